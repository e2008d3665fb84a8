const MARK = "[redacted]";

/** No word of a sentence is as long, and a token of fewer characters could be guessed. */
const TOKEN = /[\w.~+/=-]{16,}/g;

/** Nothing that an API documents is deeper. */
const MAX_DEPTH = 64;

/** What an endpoint that issues tokens said, with a mark in place of all that could be one. */
export function withoutTokens(value: unknown, name = "", depth = 0): unknown {
  if (typeof value === "string") {
    return /token|secret|password|assertion|jwt|key/i.test(name) ? MARK : value.replace(TOKEN, MARK);
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth === MAX_DEPTH) return MARK;
  if (Array.isArray(value)) return value.map((item) => withoutTokens(item, name, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, withoutTokens(inner, field, depth + 1)]),
  );
}
