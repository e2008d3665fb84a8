import type { JsonValue } from "../json.ts";
import { LIMITS } from "./limits.ts";
import { Refusal } from "./refusal.ts";

/**
 * The value of a JSON text, undefined when it is not one.
 *
 * @param location where the text stands in the request
 * @throws Refusal when it is so deep that what reads it later, value in value, would run out of stack
 */
export function parseJson(text: string, location: readonly string[]): JsonValue | undefined {
  if (isDeeper(text, LIMITS.jsonDepth))
    throw new Refusal(
      400,
      location,
      `The JSON has more than ${LIMITS.jsonDepth} lists and objects within each other.`,
    );
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Counts brackets outside of strings: no parser is needed to tell that a text is too deep for one. */
function isDeeper(text: string, most: number): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > most) return true;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    if (text[index] === "\\") index += 1;
    else if (text[index] === '"') return index;
  }
  return text.length;
}
