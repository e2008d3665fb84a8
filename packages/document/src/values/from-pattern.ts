import { generateSync } from "json-schema-faker";
import { matcher } from "./make-string.ts";

/** A token of a pattern: an escape, a set, a quantifier, or a character. */
const tokens =
  /\\[pP]\{[^}]*\}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\(\?<[A-Za-z_$][^>]*>|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/gu;
/** Characters that a pattern may ask for. */
const MOST = 20_000;

/**
 * A text that a pattern matches. json-schema-faker reads the pattern; what it is given is a pattern of which each
 * repetition is as short as is asked for, because the library has no bounds of its own.
 */
export function fromPattern(pattern: string, index: number, least: number, most: number): string | undefined {
  const matches = matcher(pattern);
  if (matches === undefined) return undefined;
  for (const repeats of new Set([1, 2, 3, 8, least, 32])) {
    const shortened = repeated(pattern, repeats);
    if (lengthOf(shortened) > MOST) continue;
    for (const seed of [1, 2, 3, 4]) {
      // What is not bound to an end may go on.
      const text = generated(shortened, seed + index * 7)?.padEnd(least, "x");
      if (text !== undefined && text.length <= most && matches(text)) return text;
    }
  }
  return undefined;
}

function generated(pattern: string, seed: number): string | undefined {
  try {
    const made = generateSync({ type: "string", pattern }, { seed });
    return typeof made === "string" ? made : undefined;
  } catch {
    return undefined;
  }
}

/** The pattern with quantifiers of one number, and sets of properties of Unicode as the ASCII in them. */
function repeated(pattern: string, repeats: number): string {
  return pattern.replace(tokens, (token) => {
    if (token.startsWith("[")) return token.replace(/\\[pP]\{[^}]*\}/g, (one) => ascii(one, true));
    if (/^\\[pP]\{/.test(token)) return ascii(token, false);
    if (token.startsWith("(?<")) return /^\(\?<[=!]/.test(token) ? token : "(?:";
    if (/^[*+]/.test(token)) return `{${repeats}}`;
    const [, low = "", comma, high = ""] = /^\{(\d+)(?:(,)(\d*))?\}/.exec(token) ?? [];
    if (low === "" || comma === undefined) return low === "" ? token : `{${low}}`;
    const upper = high === "" ? Number.POSITIVE_INFINITY : Number(high);
    return `{${Math.max(Number(low), Math.min(repeats, upper))}}`;
  });
}

function ascii(property: string, isInSet: boolean): string {
  const name = property.slice(3, -1);
  const isNot = property.startsWith("\\P");
  const set = isNot
    ? "_"
    : /^(?:Lu|Uppercase)/.test(name)
      ? "A-Z"
      : /^(?:Ll|Lowercase)/.test(name)
        ? "a-z"
        : /^N/.test(name)
          ? "0-9"
          : /^[PS]/.test(name)
            ? "_"
            : /^Z/.test(name)
              ? " "
              : "a-z";
  return isInSet ? set : `[${set}]`;
}

/** About how many characters a text of the pattern has at least: of repetitions within each other the product. */
function lengthOf(pattern: string): number {
  const open = [0];
  let last = 0;
  const add = (count: number): void => void open.push((open.pop() ?? 0) + count);
  for (const [token] of pattern.matchAll(tokens)) {
    const [, times] = /^\{(\d+)/.exec(token) ?? [];
    if (token === "(") open.push(0);
    else if (times !== undefined) {
      add(last * (Number(times) - 1));
      last *= Number(times);
    } else {
      last = token === ")" && open.length > 1 ? (open.pop() ?? 0) : 1;
      add(last);
    }
  }
  return open.reduce((sum, count) => sum + count, 0);
}
