import { UsageError } from "./errors/usage-error.ts";

/** Header fields by name in lower case; null = must not be sent. */
export type HeaderFields = Record<string, string | null>;

const NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;
// A control character could start a field of its own, and `Headers` prints the value in its error.
const UNSAFE = /[^\t\x20-\x7e\x80-\xff]/;

/**
 * Puts header values over those that are there.
 *
 * @param values `HeaderValues`, or what somebody took for them: pairs, or fields of an object
 * @throws {UsageError} naming the field, never its value
 */
export function putHeaders(fields: HeaderFields, values: object | undefined): HeaderFields {
  if (!values) return fields;
  const pairs = Symbol.iterator in values ? values : Object.entries(values);
  const given = new Set<string>();
  for (const pair of pairs as Iterable<unknown>) {
    if (!Array.isArray(pair)) throw new UsageError("A header field is not a pair of a name and a value.");
    const [name, value]: unknown[] = pair;
    if (value === undefined) continue;
    if (typeof name !== "string" || !NAME.test(name))
      throw new UsageError(`"${String(name).slice(0, 50)}" is not a name of a header field.`);
    const text = value === null ? null : textOf(name, value);
    if (text !== null && UNSAFE.test(text)) {
      throw new UsageError(`Header field "${name}" holds a character that a header cannot carry.`);
    }
    const key = name.toLowerCase();
    // As `Headers` joins them.
    fields[key] = given.has(key) && text !== null && fields[key] ? `${fields[key]}, ${text}` : text;
    given.add(key);
  }
  return fields;
}

/** @throws {UsageError} for what has no text of its own, which would be sent as "[object Promise]" or as source code */
function textOf(name: string, value: unknown): string {
  if (typeof value === "string") return value;
  const isCode = typeof value === "function" || typeof value === "symbol";
  const hasText = typeof (value as { toString?: unknown }).toString === "function";
  const text = isCode || !hasText ? "[" : String(value);
  if (/^\[(?:$|object )/.test(text)) {
    const kind =
      typeof value === "object" ? Object.prototype.toString.call(value).slice(1, -1) : typeof value;
    throw new UsageError(
      `Header field "${name}" is not a text (${kind}); a string, a number or a boolean is expected.`,
    );
  }
  return text;
}

// Shown in logs, hooks and previews; of anything else only the name is.
const VISIBLE: ReadonlySet<string> = new Set([
  "accept",
  "content-length",
  "content-type",
  "date",
  "retry-after",
  "retry-after-ms",
  "user-agent",
  "x-should-retry",
]);

/** What is left of the fields when those that must not be sent are taken away. */
export function sentHeaders(fields: Readonly<HeaderFields>): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (typeof value === "string") sent[name] = value;
  }
  return sent;
}

/** Header fields as they may be shown: values only of what is known to be harmless. */
export function visibleHeaders(
  headers: Iterable<readonly [string, string]>,
  harmless: readonly (string | undefined)[] = [],
): Record<string, string> {
  const names = harmless.map((name) => name?.toLowerCase());
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) {
    shown[name] = VISIBLE.has(name) || names.includes(name) ? value : "[redacted]";
  }
  return shown;
}
