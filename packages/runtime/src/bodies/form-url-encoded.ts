import type { BodyEncoder, Parameter } from "../operation.ts";
import { serializeQuery } from "../parameters/address.ts";
import { fieldsOf, tagOf } from "../values/plain.ts";

/** How the fields of a form are written. */
export interface FormUrlEncodedOptions {
  /** Where the fields are given. @default "fields" */
  readonly in?: "fields" | "body" | undefined;
  /** Fields that are not plain `form`, exploded. */
  readonly fields?: readonly Parameter[] | undefined;
}

/**
 * A body of `application/x-www-form-urlencoded`. Its fields follow the rules of query parameters; URLSearchParams are
 * sent as they are.
 */
export function formUrlEncoded(options: FormUrlEncodedOptions = {}): BodyEncoder {
  return {
    in: options.in ?? "fields",
    whole: "URLSearchParams",
    encode: (value) => ({
      body:
        tagOf(Object(value)) === "URLSearchParams"
          ? String(value)
          : serializeQuery(fieldsOf(value, "The request body"), options.fields ?? [], "Form field"),
      contentType: "application/x-www-form-urlencoded",
      repeatable: true,
    }),
  };
}
