import { type APIClient, pickClient } from "@trunkline/runtime/client";
import type { Buena, BuenaOptions } from "./client.js";
import { definition } from "./definition.js";

/** Names of the resources of {@link Buena}. */
export type BuenaResource = Exclude<keyof Buena, keyof APIClient>;

/** {@link Buena} with some of its resources. */
export type BuenaWith<Name extends BuenaResource> = APIClient<BuenaOptions> & Pick<Buena, Name>;

/**
 * Makes a client that holds only the resources that a program names, so that bundlers leave the others out. Their methods
 * and types are those of {@link Buena}, and so are the options. The class of each resource has a module of its own, below
 * `resources/` of this package.
 *
 * @throws {UsageError} for what is not a resource's class, and for options that are wrong
 */
export function createBuena<Name extends BuenaResource>(
  resources: { readonly [Each in Name]: new (client: APIClient) => Buena[Each] },
  options: BuenaOptions = {},
): BuenaWith<Name> {
  return pickClient(definition, resources, options) as BuenaWith<Name>;
}
