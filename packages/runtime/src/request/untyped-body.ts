import { jsonBody } from "../bodies/json-body.ts";
import { closeBody } from "../bodies/upload-stream.ts";
import { toUpload } from "../bodies/uploadable.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { EncodedBody } from "../operation.ts";
import { tagOf } from "../values/plain.ts";

/**
 * The body of a call to a route of no document: by what it is, not by whose it is, since libraries, test runners and
 * iframes have a FormData and a Blob of their own.
 *
 * @throws UsageError for what `fetch` would send as "[object FormData]"
 */
export function untypedBody(value: unknown): EncodedBody {
  const tag = tagOf(Object(value));
  if (tag === "FormData") return { body: platformForm(value), contentType: undefined, repeatable: true };
  if (tag === "URLSearchParams") {
    return { body: String(value), contentType: "application/x-www-form-urlencoded", repeatable: true };
  }
  // `{ data, name }` is JSON here.
  const isNamed = tag === "Object" && !(Symbol.asyncIterator in Object(value));
  const upload = isNamed ? undefined : toUpload(value);
  if (!upload) return jsonBody(value);
  const { open, type = "application/octet-stream", repeatable } = upload;
  return { body: open, contentType: type, repeatable, close: closeBody };
}

function platformForm(value: unknown): FormData {
  if (value instanceof FormData) return value;
  const { entries } = value as { entries?: () => Iterable<[string, unknown]> };
  const form = new FormData();
  const fields = typeof entries === "function" ? entries.call(value) : ([["", value]] as const);
  for (const [name, field] of fields) {
    if (typeof field === "string") form.append(name, field);
    else if (field instanceof Blob) form.append(name, field);
    else {
      throw new UsageError(
        "The body is a FormData of another library or realm, with what the platform's own cannot take over. Make a `new FormData()` of the platform, and of each file `new Blob([await file.arrayBuffer()])`.",
      );
    }
  }
  return form;
}
