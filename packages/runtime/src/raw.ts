/** The way out: a genuine openapi-fetch client over the same guarded fetch. */
export { createRawClient, type RawClient, type RawOptions } from "./openapi-fetch.ts";
