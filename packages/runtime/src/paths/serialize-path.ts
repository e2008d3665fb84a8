import type { ParameterStyle } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { type FlatValue, flatten } from "../values/flatten.ts";
import { percentEncode } from "../values/percent.ts";
import { describeValue } from "../values/plain.ts";

/** `.` and `..` however often they are percent-encoded: proxies decode, and some servers do so twice. */
const DOT_SEGMENT = /^(?:\.|%(?:25)*2e){1,2}$/i;
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** Names of a template's parameters, in its order. */
export function pathParameterNames(template: string): string[] {
  return Array.from(template.matchAll(PLACEHOLDER), (match) => match[1] ?? "");
}

/**
 * Writes the path of a template such as `/programs/{id}`. Its segments are always the template's: a value can
 * neither add one, nor empty one, nor climb out by `..`.
 *
 * @param styles for parameters that are not plain `simple`; an object is accepted only where one is declared
 * @throws UsageError naming parameter and template
 */
export function serializePath(
  template: string,
  values: Readonly<Record<string, unknown>>,
  styles: Readonly<Record<string, ParameterStyle>> = {},
): string {
  const path = template.replace(PLACEHOLDER, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return serializeValue(name, value, Object.hasOwn(styles, name) ? styles[name] : undefined, template);
  });
  // A style's own dot or two neighbouring parameters can spell what no single value did.
  if (path.split("/").some((segment) => DOT_SEGMENT.test(segment))) {
    throw new UsageError(
      `The path parameters of "${template}" make a segment "." or "..", which would address another resource.`,
    );
  }
  return path;
}

function serializeValue(
  name: string,
  value: unknown,
  style: ParameterStyle | undefined,
  template: string,
): string {
  const where = `Path parameter "${name}" of "${template}"`;
  if (value === null || value === undefined || value === "") {
    throw new UsageError(
      `${where} is ${describeValue(value)}; without it the request would go to another resource.`,
    );
  }
  const flat = flatten(value, where);
  if (!style && "members" in flat) {
    throw new UsageError(`${where} is an object; a string, a number or a boolean is expected.`);
  }
  for (const text of textsOf(flat)) {
    if (text === "") throw new UsageError(`${where} holds an empty string.`);
  }
  if ("text" in flat && DOT_SEGMENT.test(flat.text)) {
    throw new UsageError(`${where} is "${flat.text}", which would address another resource.`);
  }
  return STYLES[style?.style ?? "simple"](encoded(flat, where), name, style?.explode ?? false);
}

/** All texts of a value; a value without any would empty its segment. */
function textsOf(flat: FlatValue): readonly string[] {
  if ("text" in flat) return [flat.text];
  const texts = "items" in flat ? flat.items : flat.members.flat();
  return texts.length > 0 ? texts : [""];
}

function encoded(flat: FlatValue, where: string): FlatValue {
  const encode = (text: string): string => percentEncode(text, where);
  if ("text" in flat) return { text: encode(flat.text) };
  if ("items" in flat) return { items: flat.items.map(encode) };
  return { members: flat.members.map(([name, text]) => [encode(name), encode(text)]) };
}

/** OpenAPI 3.1, "Style Examples"; https://spec.openapis.org/oas/v3.1.1#style-examples */
const STYLES: Record<
  "simple" | "label" | "matrix",
  (flat: FlatValue, name: string, explode: boolean) => string
> = {
  simple: (flat, _, explode) => join(flat, explode, ","),
  label: (flat, _, explode) => `.${join(flat, explode, explode ? "." : ",")}`,
  matrix: (flat, name, explode) => {
    if (!explode || "text" in flat) return `;${name}=${join(flat, false, ",")}`;
    if ("items" in flat) return flat.items.map((item) => `;${name}=${item}`).join("");
    return `;${join(flat, true, ";")}`;
  },
};

function join(flat: FlatValue, explode: boolean, separator: string): string {
  if ("text" in flat) return flat.text;
  if ("items" in flat) return flat.items.join(separator);
  return flat.members.map((member) => member.join(explode ? "=" : separator)).join(separator);
}
