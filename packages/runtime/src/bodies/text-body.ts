import type { BodyEncoder } from "../operation.ts";
import { primitiveText } from "../values/plain.ts";

/** A text body such as `text/plain` or `text/csv`: `params.body` is the string. */
export function textBody(mediaType: string): BodyEncoder {
  return {
    in: "body",
    encode: (value) => ({
      body: primitiveText(value, "The request body"),
      contentType: mediaType.includes("charset") ? mediaType : `${mediaType}; charset=utf-8`,
      repeatable: true,
    }),
  };
}
