import { type APIClient, pickClient } from "@trunkline/runtime/client";
import type { AgentRef, AgentRefOptions } from "./client.js";
import { definition } from "./definition.js";

/** Names of the resources of {@link AgentRef}. */
export type AgentRefResource = Exclude<keyof AgentRef, keyof APIClient>;

/** {@link AgentRef} with some of its resources. */
export type AgentRefWith<Name extends AgentRefResource> = APIClient<AgentRefOptions> & Pick<AgentRef, Name>;

/**
 * Makes a client that holds only the resources that a program names, so that bundlers leave the others out. Their methods
 * and types are those of {@link AgentRef}, and so are the options. The class of each resource has a module of its own, below
 * `resources/` of this package.
 *
 * @throws {UsageError} for what is not a resource's class, and for options that are wrong
 */
export function createAgentRef<Name extends AgentRefResource>(
  resources: { readonly [Each in Name]: new (client: APIClient) => AgentRef[Each] },
  options: AgentRefOptions = {},
): AgentRefWith<Name> {
  return pickClient(definition, resources, options) as AgentRefWith<Name>;
}
