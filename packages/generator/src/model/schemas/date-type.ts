import { field, type JsonObject, stringField } from "@trunkline/document";
import type { TypeNode } from "../type-nodes.ts";

/** Characters of a `Date` as it is written: `2026-01-31T12:00:00.000Z`. */
const LENGTH = 24;

export const textOrDate: TypeNode = {
  kind: "union",
  members: [
    { kind: "primitive", name: "string" },
    { kind: "external", name: "Date" },
  ],
};

/** Whether what a `Date` is written as fits the schema. A pattern beside the format is there to say what the format does not. */
export function takesDate(schema: JsonObject): boolean {
  if (field(schema, "type") !== "string" || stringField(schema, "format") !== "date-time") return false;
  const bound = (key: string): number => {
    const value = field(schema, key);
    return typeof value === "number" ? value : LENGTH;
  };
  return (
    bound("minLength") <= LENGTH && bound("maxLength") >= LENGTH && field(schema, "pattern") === undefined
  );
}
