import type { HeaderParameter } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { writeStyled } from "../values/styled.ts";
import { jsonText } from "./json-text.ts";

// A control character could start a header of its own; `fetch` would print the value in its own error.
const UNSAFE = /[^\t\x20-\x7e]/;

/**
 * Header parameters as fields, in style `simple`. `undefined` is left out.
 *
 * @throws UsageError, without the value, for null, a control or non-ASCII character, an element that holds a comma
 */
export function serializeHeaders(
  values: Readonly<Record<string, unknown>>,
  parameters: readonly (string | HeaderParameter)[],
): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const declared of parameters) {
    const {
      name,
      explode = false,
      content,
    }: HeaderParameter = typeof declared === "string" ? { name: declared } : declared;
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
}

function asItIs(text: string, where: string): string {
  if (!UNSAFE.test(text)) return text;
  throw new UsageError(
    `${where} holds a control character or one outside ASCII, which a header cannot carry.`,
  );
}
