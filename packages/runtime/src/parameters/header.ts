import { UsageError } from "../errors/usage-error.ts";
import type { ParameterGroup, WriteValue } from "../operation.ts";
import { jsonText } from "../values/json-text.ts";
import { requiredError, writeStyled } from "../values/write-value.ts";
import { parameterGroup } from "./group.ts";

// A control character could start a header of its own; `fetch` would print the value in its own error.
const UNSAFE = /[^\t\x20-\x7e]/;

/** A header parameter that is not plain `simple`. */
export interface HeaderParameter {
  readonly name: string;
  readonly explode?: boolean | undefined;
  readonly content?: "application/json" | undefined;
  /** An empty list is refused. @default it is left out */
  readonly required?: boolean | undefined;
}

/**
 * The header parameters of an operation, in style `simple`. `undefined` and empty lists are left out; null, control and
 * non-ASCII characters, and elements that hold a comma are a `UsageError`, which does not show the value.
 */
export function headerParameters(...parameters: readonly (string | HeaderParameter)[]): ParameterGroup {
  const declared = parameters.map((parameter) => {
    const one: HeaderParameter = typeof parameter === "string" ? { name: parameter } : parameter;
    return { name: one.name, write: writerOf(one) };
  });
  return parameterGroup(declared, "Header parameter", (fields) => fields);
}

function writerOf({ content, explode = false, required }: HeaderParameter): WriteValue {
  if (!content) {
    return (name, value, where) => {
      const text = writeStyled(name, value, where, { style: "simple", explode, encode: checkText });
      if (text === undefined && required) throw requiredError(where);
      return text;
    };
  }
  // Escapes of JSON say the same within ASCII.
  return (_, value, where) =>
    jsonText(value, where).replace(
      /[^\x20-\x7e]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
}

function checkText(text: string, where: string): string {
  if (!UNSAFE.test(text)) return text;
  throw new UsageError(
    `${where} holds a control character or one outside ASCII, which a header cannot carry.`,
  );
}
