import type { JsonObject, JsonValue } from "@trunkline/document";
import { dialectOf } from "./dialect.ts";
import { Validators } from "./validators.ts";

/** Whether a value matches a schema of a document; `true` if that cannot be decided. */
export type HoldsValue = (schema: JsonValue, value: JsonValue, direction: "request" | "answer") => boolean;

/** What is wrong with a value: a sentence for each fault, with its place; empty if that cannot be decided. */
export type FaultsOfValue = (
  schema: JsonValue,
  value: JsonValue,
  direction: "request" | "answer",
) => readonly string[];

/** Makes a function that says in sentences how a value breaks a schema of a document. */
export function valueFaults(document: JsonObject): FaultsOfValue {
  const validators = new Validators(document, dialectOf(document));
  return (schema, value, direction) => {
    const errors = validators.validate(schema, value, direction === "answer" ? "response" : "request") ?? [];
    const told = errors.map(({ instancePath, message, params }) => {
      const { allowedValue, allowedValues } = params as Readonly<Record<string, unknown>>;
      const wanted = allowedValue ?? allowedValues;
      return `${instancePath === "" ? "" : `${instancePath} `}${message}${wanted === undefined ? "" : ` ${JSON.stringify(wanted)}`}`;
    });
    return [...new Set(told)];
  };
}

/** Makes a function that checks values against schemas of a document, in the way that its examples are checked. */
export function valueHolder(document: JsonObject): HoldsValue {
  const validators = new Validators(document, dialectOf(document));
  return (schema, value, direction) => {
    const errors = validators.validate(schema, value, direction === "answer" ? "response" : "request");
    return errors === undefined || errors.length === 0;
  };
}
