import type { JsonObject, JsonValue } from "@trunkline/document";
import { dialectOf } from "./dialect.ts";
import { Validators } from "./validators.ts";

/** Whether a value matches a schema of a document; `true` where that cannot be told. */
export type HoldsValue = (schema: JsonValue, value: JsonValue, direction: "request" | "answer") => boolean;

/** What is wrong with a value, in words, each with its place; nothing where that cannot be told. */
export type FaultsOfValue = (
  schema: JsonValue,
  value: JsonValue,
  direction: "request" | "answer",
) => readonly string[];

/** The same as {@link valueHolder}, in words. */
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

/** Holds values against the schemas of a document, as its examples are held against them. */
export function valueHolder(document: JsonObject): HoldsValue {
  const validators = new Validators(document, dialectOf(document));
  return (schema, value, direction) => {
    const errors = validators.validate(schema, value, direction === "answer" ? "response" : "request");
    return errors === undefined || errors.length === 0;
  };
}
