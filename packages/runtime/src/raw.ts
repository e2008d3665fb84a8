/** The way out: a genuine openapi-fetch client over the same guarded fetch. */
export { createRawClient, type RawClient } from "./openapi-fetch.ts";
