import type { JsonValue } from "@trunkline/document";
import type { Here } from "./bundle-context.ts";
import type { Faults } from "./faults.ts";

/**
 * A text, number or boolean of the model. YAML makes `1.0` and `yes` what their author did not mean: what can be read
 * as the right type is.
 *
 * @param what names the place in messages
 * @returns `undefined` where it cannot, which is reported
 */
export function readScalar(
  type: "string" | "number" | "boolean",
  value: JsonValue,
  here: Pick<Here, "at" | "spared">,
  what: string,
  faults: Faults,
): JsonValue | undefined {
  if (typeof value === type) return value;
  const converted = typeof value === "object" ? undefined : convert(type, value);
  const wanted = type === "string" ? "a text" : `a ${type}`;
  if (converted === undefined) {
    wrongType(faults, here, `${what} must be ${wanted}`);
    return undefined;
  }
  faults.warning(
    here.at,
    "wrong-type",
    `${what} must be ${wanted}; ${JSON.stringify(value)} is read as ${JSON.stringify(converted)}`,
    type === "string" ? "put it in quotes" : "write it without quotes",
  );
  return converted;
}

/** Reports a value of another kind; where that costs the value alone, the document is read without it. */
export function wrongType(
  faults: Faults,
  { at, spared }: Pick<Here, "at" | "spared">,
  message: string,
): void {
  if (spared === true) faults.warning(at, "wrong-type", `${message}, and is ignored`);
  else faults.error(at, "wrong-type", message);
}

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
