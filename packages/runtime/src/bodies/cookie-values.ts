import { UsageError } from "../errors/usage-error.ts";
import { flatten } from "../values/flatten.ts";
import { percentEncode } from "../values/percent.ts";
import { describeValue } from "../values/plain.ts";

/**
 * The `Cookie` field of cookie parameters (`a=1; b=2`), or `undefined` when none is given.
 *
 * @throws UsageError for null, arrays and objects, and in browsers, which drop the field without a word
 */
export function serializeCookies(
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  const pairs: string[] = [];
  for (const name of names) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    const where = `Cookie parameter "${name}"`;
    const flat = flatten(value, where);
    if (!("text" in flat)) {
      throw new UsageError(
        `${where} is ${describeValue(value)}; a string, a number or a boolean is expected.`,
      );
    }
    pairs.push(`${percentEncode(name, where)}=${percentEncode(flat.text, where)}`);
  }
  if (pairs.length === 0) return undefined;
  if (!new Request("http://localhost", { headers: { cookie: "a=1" } }).headers.has("cookie")) {
    throw new UsageError(
      `Cookie parameters (${names.join(", ")}) cannot be sent from a browser; it keeps the Cookie header to itself.`,
    );
  }
  return pairs.join("; ");
}
