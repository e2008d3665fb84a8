import type { BodyEncoder, Parameter } from "../operation.ts";
import { serializeQuery } from "../parameters/address.ts";
import { jsonText } from "../values/json-text.ts";
import { fieldsOf, isRecord, tagOf, toPlain } from "../values/plain.ts";
import { requiredError } from "../values/write-value.ts";

/** How the fields of a form are written. */
export interface FormUrlEncodedOptions {
  /** Where the fields are given. @default "fields" */
  readonly in?: "fields" | "body" | undefined;
  /** Fields that have a style or a media type of their own. */
  readonly fields?: readonly Parameter[] | undefined;
  /** Fields whose list must not be empty: an empty one would write nothing, and is refused. */
  readonly required?: readonly string[] | undefined;
}

/**
 * A body of `application/x-www-form-urlencoded`. Its fields follow the rules of query parameters, but for objects: one
 * without a style is JSON, and so is one within a list (OpenAPI 3.1.1, "Encoding Object"). URLSearchParams are sent as
 * they are.
 */
export function formUrlEncoded(options: FormUrlEncodedOptions = {}): BodyEncoder {
  const { fields = [], required = [] } = options;
  const written = (value: Readonly<Record<string, unknown>>): string =>
    serializeQuery(withoutObjects(value, fields, required), fields, WHAT);
  return {
    in: options.in ?? "fields",
    whole: "URLSearchParams",
    encode: (value) => ({
      body:
        tagOf(Object(value)) === "URLSearchParams"
          ? String(value)
          : written(fieldsOf(value, "The request body")),
      contentType: "application/x-www-form-urlencoded",
      repeatable: true,
    }),
  };
}

/** How a field begins in errors. */
const WHAT = "Form field";

/** The fields with a text in the place of each object, but for those that `fields` write. */
function withoutObjects(
  value: Readonly<Record<string, unknown>>,
  fields: readonly Parameter[],
  required: readonly string[],
): Readonly<Record<string, unknown>> {
  const own = new Set(fields.map(({ name }) => name));
  const entries = Object.entries(value).map(([name, field]): readonly [string, unknown] => {
    if (field === undefined || own.has(name)) return [name, field];
    const where = `${WHAT} "${name}"`;
    const plain = toPlain(field, where);
    if (!Array.isArray(plain)) return [name, isRecord(plain) ? jsonText(plain, where) : plain];
    const items = plain.map((item: unknown, index) => {
      const one = item === undefined ? item : toPlain(item, `${where}[${index}]`);
      return Array.isArray(one) || isRecord(one) ? jsonText(one, `${where}[${index}]`) : one;
    });
    if (required.includes(name) && items.every((item) => item === undefined)) throw requiredError(where);
    return [name, items];
  });
  return Object.fromEntries(entries);
}
