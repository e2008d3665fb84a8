import { isArray, isObject, type JsonValue } from "@trunkline/document";

/** Keys whose values are data: what looks like a keyword there is none. */
const data: ReadonlySet<string> = new Set(["example", "examples", "default", "enum", "const", "value"]);

/** Where a file names schemas by other means than their place (JSON Schema 2020-12, 8.2). */
export interface NamedSchemas {
  /** `$anchor`, `$dynamicAnchor` -> tokens. */
  readonly anchors: ReadonlyMap<string, readonly string[]>;
  /** `$id`, as an address relative to those around it -> tokens. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
}

/** What is relative begins here, and nothing is asked for there. */
const BASE = "schema://document/";

/** The first of a name counts. */
export function namedSchemas(root: JsonValue): NamedSchemas {
  const anchors = new Map<string, readonly string[]>();
  const ids = new Map<string, readonly string[]>();
  const visit = (value: JsonValue, tokens: readonly string[], base: string): void => {
    if (isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, [...tokens, String(index)], base);
    }
    if (!isObject(value)) return;
    const { $id } = value;
    const own = typeof $id === "string" && URL.canParse($id, base) ? new URL($id, base).href : base;
    if (own !== base && !ids.has(own)) ids.set(own, tokens);
    for (const key of ["$anchor", "$dynamicAnchor"]) {
      const name = value[key];
      if (typeof name === "string" && !anchors.has(name)) anchors.set(name, tokens);
    }
    for (const [key, one] of Object.entries(value)) {
      if (!data.has(key) && !key.startsWith("x-")) visit(one, [...tokens, key], own);
    }
  };
  visit(root, [], BASE);
  return { anchors, ids };
}

/** Tokens of the schema whose `$id` an address is, from any place that has a base of its own; only where it is one. */
export function tokensOfId({ ids }: NamedSchemas, address: string): readonly string[] | undefined {
  if (ids.size === 0 || address === "") return undefined;
  const found = [BASE, ...ids.keys()].flatMap((base) => {
    const href = URL.canParse(address, base) ? new URL(address, base).href : "";
    const tokens = ids.get(href);
    return tokens === undefined ? [] : [tokens];
  });
  return new Set(found).size === 1 ? found[0] : undefined;
}
