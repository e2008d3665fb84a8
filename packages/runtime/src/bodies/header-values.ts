import type { HeaderParameter } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { flatten } from "../values/flatten.ts";
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
    const parameter: HeaderParameter = typeof declared === "string" ? { name: declared } : declared;
    const value = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
    if (value !== undefined) fields[parameter.name] = serializeHeader(parameter, value);
  }
  return fields;
}

function serializeHeader(parameter: HeaderParameter, value: unknown): string {
  const where = `Header parameter "${parameter.name}"`;
  // JSON.stringify leaves text beyond ASCII as it is; its escapes say the same.
  const text = parameter.content
    ? jsonText(value, where).replace(
        /[^\x20-\x7e]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      )
    : simple(value, parameter.explode ?? false, where);
  if (UNSAFE.test(text)) {
    throw new UsageError(
      `${where} holds a control character or one outside ASCII, which a header cannot carry.`,
    );
  }
  return text;
}

function simple(value: unknown, explode: boolean, where: string): string {
  const flat = flatten(value, where);
  if ("text" in flat) return flat.text;
  const parts = "items" in flat ? flat.items : flat.members.flat();
  for (const part of parts) {
    if (part.includes(","))
      throw new UsageError(`${where} has an element that contains a comma, the delimiter of its style.`);
  }
  if ("items" in flat) return parts.join(",");
  return flat.members.map((member) => member.join(explode ? "=" : ",")).join(",");
}
