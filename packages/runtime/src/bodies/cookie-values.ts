import type { ParameterGroup } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { percentEncode } from "../values/percent.ts";
import { writeStyled } from "../values/styled.ts";

/**
 * The cookie parameters of an operation, as its `Cookie` field (`a=1; b=2`). null, nested values, and a browser, which
 * drops the field without a word, are a usage error.
 */
export function cookieParameters(...names: readonly string[]): ParameterGroup {
  return {
    names,
    write: (values) => {
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
      if (pairs.length === 0) return {};
      if (!new Request("http://localhost", { headers: { cookie: "a=1" } }).headers.has("cookie")) {
        throw new UsageError(
          `Cookie parameters (${names.join(", ")}) cannot be sent from a browser, which keeps the Cookie header to itself.`,
        );
      }
      return { cookie: pairs.join("; ") };
    },
  };
}
