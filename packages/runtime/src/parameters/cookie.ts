import { UsageError } from "../errors/usage-error.ts";
import type { ParameterGroup, WriteValue } from "../operation.ts";
import { percentEncode, requiredError, writeStyled } from "../values/write-value.ts";
import { parameterGroup } from "./group.ts";

/** A cookie parameter whose value is a list or an object. */
export interface CookieParameter {
  readonly name: string;
  /** Each element or member is a cookie of its own: `id=1; id=2`. @default false */
  readonly explode?: boolean | undefined;
  /** An empty list is refused. @default it is left out */
  readonly required?: boolean | undefined;
}

/**
 * The cookie parameters of an operation, as its `Cookie` field (`a=1; b=2`). `undefined` and empty lists are left out;
 * null and nested values are a `UsageError`, and so is every cookie parameter in a browser, which would drop the field
 * silently.
 */
export function cookieParameters(...parameters: readonly (string | CookieParameter)[]): ParameterGroup {
  const declared = parameters.map((parameter) => {
    const one: CookieParameter = typeof parameter === "string" ? { name: parameter } : parameter;
    return { name: one.name, write: writerOf(one) };
  });
  return parameterGroup(declared, "Cookie parameter", (pairs) => {
    if (!new Request("http://localhost", { headers: { cookie: "a=1" } }).headers.has("cookie")) {
      throw new UsageError(
        `Cookie parameters (${declared.map(({ name }) => name).join(", ")}) cannot be sent from a browser, which keeps the Cookie header to itself.`,
      );
    }
    return { cookie: Object.values(pairs).join("; ") };
  });
}

function writerOf({ explode = false, required }: CookieParameter): WriteValue {
  return (name, value, where) => {
    const text = writeStyled(name, value, where, { style: "form", explode, encode: percentEncode });
    if (text === undefined && required) throw requiredError(where);
    // What stands between pairs of a query stands in no value: it is encoded there.
    return text?.split("&").join("; ");
  };
}
