import { isObject } from "@trunkline/document";

/** Keys and indexes from the root of a document. */
export type Path = readonly (string | number)[];
export type Node = Readonly<Record<string, unknown>>;

/** Where something stands, references followed. */
export function locate(root: Node, path: Path): Path {
  let current = path;
  // A chain of references that never ends would be a fault of the document, which reading it has found.
  for (let steps = 0; steps < 20; steps++) {
    const node = at(root, current);
    if (!isObject(node) || typeof node.$ref !== "string" || !node.$ref.startsWith("#/")) return current;
    current = segments(node.$ref);
  }
  return current;
}

/** What something is, references followed; an empty object where they lead nowhere. */
export function follow(root: Node, node: unknown): Node {
  let current = node;
  for (let steps = 0; steps < 20 && isObject(current) && typeof current.$ref === "string"; steps++) {
    current = at(root, segments(current.$ref));
  }
  return isObject(current) ? current : {};
}

function segments(reference: string): string[] {
  return decoded(reference.slice(2))
    .split("/")
    .map((one) => one.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** A percent sign may be one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What stands at a path. */
export function at(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, key)) return undefined;
    current = (current as Readonly<Record<string | number, unknown>>)[key];
  }
  return current;
}

/** Members of an object; none of anything else. */
export function entries(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}
