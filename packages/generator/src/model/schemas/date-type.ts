import { field, type JsonObject, stringField } from "@trunkline/document";
import type { TypeNode } from "../type-nodes.ts";

/** Characters of a `Date` as it is written: `2026-01-31T12:00:00.000Z`, `2026-01-31`. */
const lengths: Readonly<Record<string, number>> = { "date-time": 24, date: 10 };

/** Text, or a `Date` where what it is written as fits the schema; `undefined` where it does not. */
export function dateType(schema: JsonObject): TypeNode | undefined {
  const format = stringField(schema, "format") ?? "";
  const length = Object.hasOwn(lengths, format) ? lengths[format] : undefined;
  if (length === undefined || field(schema, "type") !== "string") return undefined;
  const bound = (key: string): number => {
    const value = field(schema, key);
    return typeof value === "number" ? value : length;
  };
  if (bound("minLength") > length || bound("maxLength") < length) return undefined;
  // A pattern beside a time is there to say what its format does not.
  if (format === "date-time" && field(schema, "pattern") !== undefined) return undefined;
  const date = { kind: "external", name: format === "date" ? "Day" : "Date" } as const;
  return { kind: "union", members: [{ kind: "primitive", name: "string" }, date] };
}
