import { formatPointer, parsePointer } from "@trunkline/document";

/** The `$ref` of a component: the only refs that a bundled document has. */
export function formatComponentRef(section: string, name: string): string {
  return formatLocalRef(["components", section, name]);
}

/** The `$ref` of a place in the same document. */
export function formatLocalRef(tokens: readonly string[]): string {
  return `#${formatPointer(tokens).replace(/[^\w./~-]/gu, (character) => encodeComponent(character))}`;
}

/** Section and name of a component from its `$ref`; `undefined` for anything else. */
export function parseComponentRef(ref: string): { section: string; name: string } | undefined {
  if (!ref.startsWith("#/components/")) return undefined;
  let tokens: readonly string[] | undefined;
  try {
    tokens = parsePointer(ref.includes("%") ? decodeURIComponent(ref.slice(1)) : ref.slice(1));
  } catch {
    return undefined;
  }
  const [, section, name] = tokens ?? [];
  return tokens?.length === 3 && section !== undefined && name !== undefined ? { section, name } : undefined;
}

function encodeComponent(character: string): string {
  try {
    return encodeURIComponent(character);
  } catch {
    // A lone surrogate has no UTF-8 form.
    return "%EF%BF%BD";
  }
}
