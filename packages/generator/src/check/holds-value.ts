import type { JsonObject, JsonValue } from "@trunkline/document";
import { dialectOf } from "./dialect.ts";
import { Validators } from "./validators.ts";

/** Whether a value matches a schema of a document; `true` where that cannot be told. */
export type HoldsValue = (schema: JsonValue, value: JsonValue, direction: "request" | "answer") => boolean;

/** Holds values against the schemas of a document, as its examples are held against them. */
export function valueHolder(document: JsonObject): HoldsValue {
  const validators = new Validators(document, dialectOf(document));
  return (schema, value, direction) => {
    const errors = validators.validate(schema, value, direction === "answer" ? "response" : "request");
    return errors === undefined || errors.length === 0;
  };
}
