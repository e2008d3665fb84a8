import { field, isArray, isObject, type JsonObject, type JsonValue } from "../json.ts";

/** The way from a guess to a fact: the very line that says it. */
export function pin(place: string, extension: JsonObject): string {
  return `Pin it with \`x-trunkline: ${flow(extension)}\` ${place}.`;
}

/** The same at the root, where the version is said once. */
export function pinAtRoot(settings: JsonObject, extension: JsonObject): string {
  const known = field(settings, "version") !== undefined;
  return pin("at the root", known ? extension : { version: 1, ...extension });
}

/** A value as YAML on one line. */
export function flow(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(flow).join(", ")}]`;
  if (isObject(value)) {
    return `{ ${Object.entries(value)
      .map(([key, entry]) => `${scalar(key)}: ${flow(entry)}`)
      .join(", ")} }`;
  }
  return typeof value === "string" ? scalar(value) : JSON.stringify(value);
}

/** Plain where every version of YAML reads it as a text. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z/][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}
