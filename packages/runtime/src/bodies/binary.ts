import type { BodyEncoder } from "../operation.ts";
import { closeBody } from "./upload-stream.ts";
import { expectUpload } from "./uploadable.ts";

/**
 * A body that is sent as it is: `params.body` is a Blob, bytes or a stream.
 *
 * @param mediaType what the operation declares; where that is a range (`audio/*`) or generic
 *   (`application/octet-stream`), the content's own type is sent if it has one
 */
export function binary(mediaType: string): BodyEncoder {
  const generic = mediaType.includes("*") || mediaType === "application/octet-stream";
  return {
    in: "body",
    encode(value) {
      const { open, type, repeatable } = expectUpload(value, "The request body");
      const declared = mediaType.includes("*") ? "application/octet-stream" : mediaType;
      return {
        body: open,
        contentType: generic ? (type ?? declared) : declared,
        repeatable,
        close: closeBody,
      };
    },
  };
}
