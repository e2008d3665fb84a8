import { type APIClient, pickClient } from "@trunkline/runtime/client";
import type { Agora, AgoraOptions } from "./client.js";
import { definition } from "./definition.js";

/** Names of the resources of {@link Agora}. */
export type AgoraResource = Exclude<keyof Agora, keyof APIClient>;

/** {@link Agora} with some of its resources. */
export type AgoraWith<Name extends AgoraResource> = APIClient<AgoraOptions> & Pick<Agora, Name>;

/**
 * Makes a client that holds only the resources that a program names, so that bundlers leave the others out. Their methods
 * and types are those of {@link Agora}, and so are the options. The class of each resource has a module of its own, below
 * `resources/` of this package.
 *
 * @throws {UsageError} for what is not a resource's class, and for options that are wrong
 */
export function createAgora<Name extends AgoraResource>(
  resources: { readonly [Each in Name]: new (client: APIClient) => Agora[Each] },
  options: AgoraOptions = {},
): AgoraWith<Name> {
  return pickClient(definition, resources, options) as AgoraWith<Name>;
}
