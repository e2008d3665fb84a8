import { isArray, isObject, type JsonObject, type JsonValue, parsePointer } from "@trunkline/document";

/** Keys whose values are data: what looks like a keyword there is not one. */
const data: ReadonlySet<string> = new Set(["example", "examples", "default", "enum", "const", "value"]);

/** Keys whose values have names for keys: what is called like a keyword there is not one. */
const maps: ReadonlySet<string> = new Set([
  ...["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"],
  ...["schemas", "parameters", "responses", "requestBodies", "headers", "pathItems", "callbacks"],
]);

/** Where a file names schemas by other means than their place (JSON Schema 2020-12, 8.2). */
export interface NamedSchemas {
  /** `$anchor`, `$dynamicAnchor` -> tokens. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  /** `$id`, as an address relative to those around it -> tokens. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Anchors within a schema that has an `$id`, by both. */
  readonly anchorsWithin: ReadonlyMap<string, readonly string[]>;
  /** Schemas with a `$ref` within one that has an `$id` -> that `$id`. */
  readonly bases: ReadonlyMap<JsonObject, string>;
}

/** What is relative begins here, and nothing is asked for there. */
const BASE = "schema://document/";

/** The first of a name counts. */
export function namedSchemas(root: JsonValue): NamedSchemas {
  const anchors = new Map<string, readonly string[]>();
  const ids = new Map<string, readonly string[]>();
  const anchorsWithin = new Map<string, readonly string[]>();
  const bases = new Map<JsonObject, string>();
  const visit = (value: JsonValue, tokens: readonly string[], base: string, isMap = false): void => {
    if (isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...tokens, String(index)], base);
    }
    if (!isObject(value)) return;
    if (isMap) {
      for (const [key, one] of Object.entries(value)) visit(one, [...tokens, key], base);
      return;
    }
    const { $id } = value;
    const own = typeof $id === "string" && URL.canParse($id, base) ? new URL($id, base).href : base;
    if (own !== base && !ids.has(own)) ids.set(own, tokens);
    for (const key of ["$anchor", "$dynamicAnchor"]) {
      const name = value[key];
      if (typeof name !== "string") continue;
      if (!anchors.has(name)) anchors.set(name, tokens);
      if (own !== BASE && !anchorsWithin.has(`${own}#${name}`)) anchorsWithin.set(`${own}#${name}`, tokens);
    }
    if (own !== BASE && typeof value.$ref === "string") bases.set(value, own);
    for (const [key, one] of Object.entries(value)) {
      if (!data.has(key) && !key.startsWith("x-")) visit(one, [...tokens, key], own, maps.has(key));
    }
  };
  visit(root, [], BASE);
  return { anchors, ids, anchorsWithin, bases };
}

/**
 * Tokens of what a ref leads to from a place within a schema that has an `$id`: its fragment is looked for there, and not
 * in the document. `undefined` where nothing is there, for many write pointers into the document all the same.
 *
 * @param base of the place
 */
export function tokensWithin(
  root: JsonValue,
  { ids, anchorsWithin }: NamedSchemas,
  base: string,
  ref: string,
): readonly string[] | undefined {
  if (!URL.canParse(ref, base)) return undefined;
  const [address = "", fragment = ""] = new URL(ref, base).href.split("#", 2);
  const home = ids.get(address);
  if (home === undefined || fragment === "") return home;
  const name = decoded(fragment);
  const inside = name.startsWith("/") ? parsePointer(name) : undefined;
  if (inside === undefined) return anchorsWithin.get(`${address}#${name}`);
  const tokens = [...home, ...inside];
  return isThere(root, tokens) ? tokens : undefined;
}

function isThere(root: JsonValue, tokens: readonly string[]): boolean {
  let here: JsonValue | undefined = root;
  for (const token of tokens) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, token)) return false;
    here = (here as JsonObject)[token];
  }
  return true;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The `$id` that an address is, from any place that has a base of its own; only where it is one. */
export function idOf({ ids }: NamedSchemas, address: string): string | undefined {
  if (ids.size === 0 || address === "") return undefined;
  const found = [BASE, ...ids.keys()]
    .map((base) => (URL.canParse(address, base) ? new URL(address, base).href : ""))
    .filter((href) => ids.has(href));
  return new Set(found).size === 1 ? found[0] : undefined;
}

/** The same of its fragment: a pointer, or the name of an anchor. */
export function partOf(
  { ids, anchorsWithin }: NamedSchemas,
  id: string,
  fragment: string,
): { readonly tokens: readonly string[] } | { readonly anchor: string } {
  const home = ids.get(id) ?? [];
  const name = decoded(fragment);
  if (name === "") return { tokens: home };
  const inside = name.startsWith("/") ? parsePointer(name) : undefined;
  if (inside !== undefined) return { tokens: [...home, ...inside] };
  const tokens = anchorsWithin.get(`${id}#${name}`);
  return tokens === undefined ? { anchor: `${id}#${name}` } : { tokens };
}
