import { createRawClient, type RawClient, type RawOptions } from "@trunkline/runtime/raw";
import type { Buena } from "./client.js";
import type { paths } from "./schema.js";

export type { components, operations, paths } from "./schema.js";

/**
 * An openapi-fetch client over the same transport: it has real `Request` objects and middleware, answers with
 * `{ data, error, response }`, and keeps the credentials, retries and time limits of the client that it is made from.
 *
 * Its types come from the whole document, which makes type checking slower than the methods of {@link Buena}.
 *
 * @param options options of openapi-fetch; this package's README says what differs
 * @throws {UsageError} for options that are unknown, or that would lead away from the client's base URL
 * @example
 * const raw = createRaw(client, { headers: { "accept-language": "de" } });
 * @see https://openapi-ts.dev/openapi-fetch/
 */
export function createRaw(client: Buena, options?: RawOptions): RawClient<paths> {
  return createRawClient<paths>(client, options);
}
