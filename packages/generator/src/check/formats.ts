import type { JsonValue } from "@trunkline/document";
import formats from "ajv-formats";

const patterns = new Map<string, RegExp | undefined>();

/** @returns `undefined` for what is not a pattern, which is reported where it stands */
export function patternOf(source: JsonValue): RegExp | undefined {
  if (typeof source !== "string") return undefined;
  if (!patterns.has(source)) {
    let pattern: RegExp | undefined;
    try {
      pattern = new RegExp(source, "u");
    } catch {}
    patterns.set(source, pattern);
  }
  return patterns.get(source);
}

// The package's types describe its CommonJS face only.
const getFormat = (formats as unknown as { readonly get: (name: string) => unknown }).get;

/** How a format is checked; `undefined` = nobody knows it, so it says nothing. */
export function formatOf(name: JsonValue): unknown {
  if (typeof name !== "string") return null;
  try {
    return getFormat(name);
  } catch {
    return undefined;
  }
}

export function isObjectFormat(
  format: unknown,
): format is { readonly type?: string; readonly validate: unknown } {
  return typeof format === "object" && format !== null && "validate" in format;
}
