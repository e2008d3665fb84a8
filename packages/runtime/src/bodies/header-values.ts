import type { ParameterGroup } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { writeStyled } from "../values/styled.ts";
import { jsonText } from "./json-text.ts";

// A control character could start a header of its own; `fetch` would print the value in its own error.
const UNSAFE = /[^\t\x20-\x7e]/;

/** A header parameter that is not plain `simple`. */
export interface HeaderParameter {
  readonly name: string;
  readonly explode?: boolean | undefined;
  readonly content?: "application/json" | undefined;
}

/**
 * The header parameters of an operation, in style `simple`. `undefined` is left out; null, a control or non-ASCII
 * character, or an element that holds a comma are a usage error that does not show the value.
 */
export function headerParameters(...parameters: readonly (string | HeaderParameter)[]): ParameterGroup {
  const declared = parameters.map(
    (parameter): HeaderParameter => (typeof parameter === "string" ? { name: parameter } : parameter),
  );
  return {
    names: declared.map(({ name }) => name),
    write: (values) => {
      const fields: Record<string, string> = {};
      for (const { name, explode = false, content } of declared) {
        const value = Object.hasOwn(values, name) ? values[name] : undefined;
        if (value === undefined) continue;
        const where = `Header parameter "${name}"`;
        fields[name] = content
          ? // Escapes of JSON say the same within ASCII.
            jsonText(value, where).replace(
              /[^\x20-\x7e]/g,
              (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
            )
          : writeStyled(name, value, where, { style: "simple", explode, encode: asItIs });
      }
      return fields;
    },
  };
}

function asItIs(text: string, where: string): string {
  if (!UNSAFE.test(text)) return text;
  throw new UsageError(
    `${where} holds a control character or one outside ASCII, which a header cannot carry.`,
  );
}
