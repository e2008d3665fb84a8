import { type JsonValue, objectOf } from "../../json.ts";
import type { OpenDocument } from "../document/open-document.ts";
import type { DocumentOperation } from "../document/operations.ts";
import type { DocumentParameter } from "../document/parameters.ts";
import { objectShape } from "../document/shape.ts";
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";

/**
 * Parameters that are read here and not by Prism, whose reading fails where a header is left out, and takes time that grows
 * with the square of a deep object's length.
 */
export function isReadHere(document: OpenDocument, parameter: DocumentParameter): boolean {
  if (parameter.content !== undefined) return false;
  if (parameter.in === "query") return parameter.style === "deepObject";
  return parameter.in === "header" && typeOf(document, parameter.schema) !== undefined;
}

/** Values of the headers that are lists or objects (OpenAPI's style `simple`), by their lower-case names. */
export function structuredHeaders(
  document: OpenDocument,
  operation: DocumentOperation,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, JsonValue>> {
  const found: Record<string, JsonValue> = {};
  for (const parameter of operation.parameters) {
    const name = parameter.name.toLowerCase();
    const text = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (parameter.in !== "header" || text === undefined || !isReadHere(document, parameter)) continue;
    const items = text === "" ? [] : text.split(",").map((item) => item.trim());
    found[name] = typeOf(document, parameter.schema) === "array" ? items : objectIn(items, parameter.explode);
  }
  return found;
}

/** `a=1,b=2` where it is exploded, else `a,1,b,2`. */
function objectIn(items: readonly string[], isExploded: boolean): JsonValue {
  const entries = isExploded
    ? items.map((item) => [before(item, "="), item.slice(before(item, "=").length + 1)] as const)
    : items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? ""] as const] : []));
  return Object.fromEntries(entries);
}

/** Values of the deep objects of a query, `filter[color]=red`, by their names. */
export function deepObjects(
  document: OpenDocument,
  operation: DocumentOperation,
  query: readonly (readonly [string, string])[],
): ReadonlyMap<string, JsonValue> {
  const found = new Map<string, JsonValue>();
  for (const parameter of operation.parameters) {
    if (parameter.in !== "query" || !isReadHere(document, parameter)) continue;
    const value = deepObject(document, parameter.name, parameter.schema, query);
    if (value !== undefined) found.set(parameter.name, value);
  }
  return found;
}

/** What pairs such as `filter[color]=red` say of `filter`; undefined where none does. */
export function deepObject(
  document: OpenDocument,
  field: string,
  schema: JsonValue | undefined,
  pairs: readonly (readonly [string, string])[],
): JsonValue | undefined {
  const own = pairs.filter(([name]) => name.startsWith(`${field}[`));
  if (own.length === 0) return undefined;
  const root: Tree = new Map();
  for (const [name, value] of own) put(root, keysIn(name, field.length), value);
  return treeValue(document, schema, root);
}

type Tree = Map<string, string[] | Tree>;

function keysIn(name: string, from: number): readonly string[] {
  const keys: string[] = [];
  let open = from;
  while (name[open] === "[") {
    const close = name.indexOf("]", open);
    if (close === -1) break;
    if (keys.length === LIMITS.jsonDepth)
      throw new Refusal(400, ["query"], `A name of the query has more than ${LIMITS.jsonDepth} brackets.`);
    keys.push(name.slice(open + 1, close));
    open = close + 1;
  }
  return keys;
}

function put(root: Tree, keys: readonly string[], value: string): void {
  let tree = root;
  for (const [index, key] of keys.entries()) {
    const known = tree.get(key);
    if (index === keys.length - 1) {
      if (Array.isArray(known)) known.push(value);
      else if (known === undefined) tree.set(key, [value]);
      return;
    }
    const next: Tree = known instanceof Map ? known : new Map();
    tree.set(key, next);
    tree = next;
  }
}

/** A list where the schema has one: by index, by empty brackets, or by a repeated name. */
function treeValue(document: OpenDocument, schema: JsonValue | undefined, tree: string[] | Tree): JsonValue {
  const shape = objectShape(document, schema);
  const isList = typeOf(document, schema) === "array";
  if (Array.isArray(tree)) return isList || tree.length > 1 ? tree : (tree[0] ?? "");
  if (!isList) {
    const entries = [...tree].map(([key, child]) => {
      return [key, treeValue(document, shape.properties.get(key) ?? shape.rest, child)] as const;
    });
    return Object.fromEntries(entries);
  }
  return [...tree].flatMap(([key, child]) => {
    const item = treeValue(document, shape.items[0], child);
    return key === "" && Array.isArray(item) ? item : [item];
  });
}

function typeOf(document: OpenDocument, schema: JsonValue | undefined): "array" | "object" | undefined {
  const { type } = objectOf(document.resolve(schema));
  const types = [type].flat();
  if (types.includes("array")) return "array";
  return types.includes("object") ? "object" : undefined;
}

function before(text: string, mark: string): string {
  const index = text.indexOf(mark);
  return index === -1 ? text : text.slice(0, index);
}
