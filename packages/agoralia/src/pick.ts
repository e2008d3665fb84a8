import { type APIClient, pickClient } from "@trunkline/runtime/client";
import type { Agoralia, AgoraliaOptions } from "./client.js";
import { definition } from "./definition.js";

/** Names of the resources of {@link Agoralia}. */
export type AgoraliaResource = Exclude<keyof Agoralia, keyof APIClient>;

/** {@link Agoralia} with some of its resources. */
export type AgoraliaWith<Name extends AgoraliaResource> = APIClient<AgoraliaOptions> & Pick<Agoralia, Name>;

/**
 * Makes a client that holds only the resources that a program names, so that bundlers leave the others out. Their methods
 * and types are those of {@link Agoralia}, and so are the options. The class of each resource has a module of its own, below
 * `resources/` of this package.
 *
 * @throws {UsageError} for what is not a resource's class, and for options that are wrong
 */
export function createAgoralia<Name extends AgoraliaResource>(
  resources: { readonly [Each in Name]: new (client: APIClient) => Agoralia[Each] },
  options: AgoraliaOptions = {},
): AgoraliaWith<Name> {
  return pickClient(definition, resources, options) as AgoraliaWith<Name>;
}
