import { identifier, print } from "../text.ts";

/**
 * `src/pick.ts`: the client with the resources that a program names.
 *
 * @param client name of the client class
 * @param options name of its options
 * @param hasOwn the client has methods of its own, which belong to no resource
 */
export function emitPick(client: string, options: string, hasOwn: boolean): string {
  const name = print(identifier(client));
  const optionsName = print(identifier(options));
  const resources = hasOwn
    ? `{
  [Name in keyof ${name}]: ${name}[Name] extends APIResource ? Name : never;
}[keyof ${name}]`
    : `Exclude<keyof ${name}, keyof APIClient>`;
  // They stand in the module of the whole client.
  const lacks = hasOwn
    ? `
 * It does not have the methods of {@link ${name}} itself, because their module brings every resource with it. Call their
 * paths with \`client.get(path)\` and the like.
 *`
    : "";
  return `import { type APIClient, ${hasOwn ? "type APIResource, " : ""}pickClient } from "@trunkline/runtime/client";
import type { ${name}, ${optionsName} } from "./client.js";
import { definition } from "./definition.js";

/** Names of the resources of {@link ${name}}. */
export type ${name}Resource = ${resources};

/** {@link ${name}} with some of its resources. */
export type ${name}With<Name extends ${name}Resource> = APIClient<${optionsName}> & Pick<${name}, Name>;

/**
 * Makes a client that holds only the resources that a program names, so that bundlers leave the others out. Their methods
 * and types are those of {@link ${name}}, and so are the options. The class of each resource has a module of its own, below
 * \`resources/\` of this package.
 *${lacks}
 * @throws {UsageError} for what is not a resource's class, and for options that are wrong
 */
export function create${name}<Name extends ${name}Resource>(
  resources: { readonly [Each in Name]: new (client: APIClient) => ${name}[Each] },
  options: ${optionsName} = {},
): ${name}With<Name> {
  return pickClient(definition, resources, options) as ${name}With<Name>;
}
`;
}
