import type { JsonValue } from "@trunkline/document";
import type { Faults } from "./faults.ts";
import type { Position } from "./positions.ts";

/**
 * A text, number or boolean of the model. YAML makes `1.0` and `yes` what their author did not mean: what can be read
 * as the right type is, which is reported.
 *
 * @param what names the place in messages
 * @returns `undefined` where it cannot
 */
export function readScalar(
  type: "string" | "number" | "boolean",
  value: JsonValue,
  at: Position,
  what: string,
  faults: Faults,
): JsonValue | undefined {
  if (typeof value === type) return value;
  const converted = typeof value === "object" ? undefined : convert(type, value);
  if (converted === undefined) return undefined;
  faults.warning(
    at,
    "wrong-type",
    `${what} must be ${scalarWords[type]}; ${JSON.stringify(value)} is read as ${JSON.stringify(converted)}`,
    type === "string" ? "put it in quotes" : "write it without quotes",
  );
  return converted;
}

export const scalarWords = { string: "a text", number: "a number", boolean: "a boolean" } as const;

function convert(
  type: "string" | "number" | "boolean",
  value: string | number | boolean,
): JsonValue | undefined {
  if (type === "string") return String(value);
  if (type === "boolean") return value === "true" ? true : value === "false" ? false : undefined;
  if (typeof value !== "string" || value.trim() === "") return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
