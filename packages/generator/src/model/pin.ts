import {
  type ExtensionKind,
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  type Read,
} from "@trunkline/document";

/** The way from a guess to a fact: the very line that says it. */
export function pin<Kind extends ExtensionKind>(place: string, extension: Read<Kind>): string {
  return `Pin it with \`x-trunkline: ${flow(extension as unknown as JsonObject)}\` ${place}.`;
}

/** The same at the root, where the version is said once. */
export function pinAtRoot(settings: Read<"document">, extension: Read<"document">): string {
  return pin<"document">(
    "at the root",
    settings.version === undefined ? { version: 1, ...extension } : extension,
  );
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
