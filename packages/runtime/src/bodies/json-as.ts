import type { BodyEncoder } from "../operation.ts";
import { jsonBody } from "./json-body.ts";

/** Where the value of a JSON body is given. */
export interface JSONAsOptions {
  /** @default "fields" */
  readonly in?: "fields" | "body" | undefined;
}

/**
 * A JSON body under a media type of its own, such as `application/merge-patch+json` (RFC 7396): servers tell a patch
 * from a document by it.
 */
export function jsonAs(mediaType: string, options: JSONAsOptions = {}): BodyEncoder {
  return {
    in: options.in ?? "fields",
    encode: (value) => ({ ...jsonBody(value), contentType: mediaType }),
  };
}
