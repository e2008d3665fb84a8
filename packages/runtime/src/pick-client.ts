import { APIClient } from "./api-client.ts";
import type { ClientDefinition } from "./definition.ts";
import { UsageError } from "./errors/usage-error.ts";
import type { ClientOptions } from "./options.ts";
import { describeValue } from "./values/plain.ts";

/** The class of a resource. */
type ResourceClass = new (client: APIClient) => unknown;

/**
 * A client that holds only the resources that it is given, each under its name.
 *
 * @throws {UsageError} for what is not a resource's class, and for options that are wrong
 */
export function pickClient<O extends ClientOptions>(
  definition: ClientDefinition,
  resources: Readonly<Record<string, ResourceClass>>,
  options: O,
): APIClient<O> {
  const { name } = definition;
  const picked = Object.entries({ ...resources });
  for (const [property, value] of picked) checkResource(name, property, value);
  class Picked extends APIClient<O> {
    constructor(given: O) {
      super(definition, given);
      for (const [property, Resource] of picked) {
        Object.defineProperty(this, property, { value: new Resource(this), enumerable: true });
      }
    }
  }
  // As the whole client is called where it is printed.
  Object.defineProperty(Picked, "name", { value: name });
  return new Picked(options);
}

function checkResource(client: string, property: string, value: unknown): void {
  const { prototype } = Object(value) as { readonly prototype?: { readonly _call?: unknown } };
  if (typeof value !== "function" || typeof prototype?._call !== "function") {
    throw new UsageError(
      `${client} was given ${property} as ${describeValue(value)}; the class of a resource is expected.`,
    );
  }
  if (property === "baseURL" || property in APIClient.prototype) {
    throw new UsageError(`${client} cannot hold a resource as ${property}, which the client itself has.`);
  }
}
