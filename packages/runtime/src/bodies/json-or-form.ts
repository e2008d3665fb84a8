import type { BodyEncoder } from "../operation.ts";
import { tagOf } from "../values/plain.ts";
import { jsonBody } from "./json-body.ts";
import { type MultipartOptions, multipart } from "./multipart.ts";
import { toUpload } from "./uploadable.ts";

/**
 * A body that is sent as JSON, or as a form if one of its fields, or a list in one, holds a file: only a form carries
 * files.
 */
export function jsonOrForm(options: Omit<MultipartOptions, "files"> = {}): BodyEncoder {
  const form = multipart(options);
  return {
    ...form,
    encode: (value) => (isForm(value) || holdsFile(value) ? form.encode(value) : jsonBody(value)),
  };
}

function isForm(value: unknown): boolean {
  return tagOf(Object(value)) === "FormData";
}

function holdsFile(value: unknown): boolean {
  return Object.values(Object(value))
    .flat()
    .some((one) => toUpload(one) !== undefined);
}
