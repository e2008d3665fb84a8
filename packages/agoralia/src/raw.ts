import { createRawClient, type RawClient } from "@trunkline/runtime/raw";
import type { Agoralia } from "./client.js";
import type { paths } from "./schema.js";

export type { components, operations, paths } from "./schema.js";

/**
 * An openapi-fetch client over the same transport: it has real `Request` objects and middleware, answers with
 * `{ data, error, response }`, and keeps the credentials, retries and time limits of the client that it is made from.
 *
 * Its types come from the whole document, which makes type checking slower than the methods of {@link Agoralia}.
 *
 * @see https://openapi-ts.dev/openapi-fetch/
 */
export function createRaw(client: Agoralia): RawClient<paths> {
  return createRawClient<paths>(client);
}
