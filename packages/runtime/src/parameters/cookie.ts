import { UsageError } from "../errors/usage-error.ts";
import type { ParameterGroup, WriteValue } from "../operation.ts";
import { percentEncode, writeStyled } from "../values/write-value.ts";
import { parameterGroup } from "./group.ts";

/**
 * The cookie parameters of an operation, as its `Cookie` field (`a=1; b=2`). null, nested values, and a browser, which
 * drops the field without a word, are a usage error.
 */
export function cookieParameters(...names: readonly string[]): ParameterGroup {
  const declared = names.map((name) => ({ name, write }));
  return parameterGroup(declared, "Cookie parameter", (pairs) => {
    if (!new Request("http://localhost", { headers: { cookie: "a=1" } }).headers.has("cookie")) {
      throw new UsageError(
        `Cookie parameters (${names.join(", ")}) cannot be sent from a browser, which keeps the Cookie header to itself.`,
      );
    }
    return { cookie: Object.values(pairs).join("; ") };
  });
}

const write: WriteValue = (name, value, where) =>
  writeStyled(name, value, where, { style: "form", explode: false, encode: percentEncode });
