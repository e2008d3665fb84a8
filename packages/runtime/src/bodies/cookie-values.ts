import { UsageError } from "../errors/usage-error.ts";
import { percentEncode } from "../values/percent.ts";
import { writeStyled } from "../values/styled.ts";

/**
 * The `Cookie` field of cookie parameters (`a=1; b=2`), or `undefined` when none is given.
 *
 * @throws UsageError for null, for nested values, and in browsers, which drop the field without a word
 */
export function serializeCookies(
  values: Readonly<Record<string, unknown>>,
  names: readonly string[],
): string | undefined {
  const pairs: string[] = [];
  for (const name of names) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    pairs.push(
      writeStyled(name, value, `Cookie parameter "${name}"`, {
        style: "form",
        explode: false,
        encode: percentEncode,
      }),
    );
  }
  if (pairs.length === 0) return undefined;
  if (!new Request("http://localhost", { headers: { cookie: "a=1" } }).headers.has("cookie")) {
    throw new UsageError(
      `Cookie parameters (${names.join(", ")}) cannot be sent from a browser, which keeps the Cookie header to itself.`,
    );
  }
  return pairs.join("; ");
}
