import {
  isArray,
  isObject,
  type JsonObject,
  type JsonValue,
  objectField,
  stringField,
} from "@trunkline/document";

type Resolve = (ref: string) => JsonValue | undefined;

/**
 * Resolves refs for openapi-typescript, which makes a field required only of the base that declares it: a base has the
 * fields of its own bases and of its alternatives, too.
 */
export function withInheritedProperties(document: JsonObject, resolve: Resolve): Resolve {
  const inherits = inheritance(document, resolve);
  return (ref) => {
    const found = resolve(ref);
    if (!ref.startsWith("#/components/schemas/") || !isObject(found) || partsOf(found).length === 0)
      return found;
    // Fields are asked for by their names alone, and a base may have more than a copy is worth.
    const properties = new Proxy(objectField(found, "properties") ?? {}, {
      get: (own, name) =>
        typeof name === "string" && (Object.hasOwn(own, name) ? own[name] : inherits(found, name)),
    });
    return { ...found, properties };
  };
}

/**
 * Tells whether a schema has a field of its bases. It goes from those that declare the field to those that are made of
 * them: there are few, where each of many bases is asked for each of many fields.
 */
function inheritance(document: JsonObject, resolve: Resolve): (schema: JsonObject, name: string) => boolean {
  const declaring = new Map<string, JsonObject[]>();
  const madeOf = new Map<JsonObject, JsonObject[]>();
  const seen = new Set<JsonObject>();
  const having = new Map<string, ReadonlySet<JsonObject>>();

  function add(roots: readonly JsonObject[]): void {
    const left = roots.filter((root) => !seen.has(root));
    for (let schema = left.pop(); schema !== undefined; schema = left.pop()) {
      if (seen.has(schema)) continue;
      seen.add(schema);
      for (const name of Object.keys(objectField(schema, "properties") ?? {})) push(declaring, name, schema);
      for (const part of partsOf(schema)) {
        const base = target(part, resolve);
        if (base === undefined) continue;
        left.push(base);
        push(madeOf, base, schema);
      }
    }
    having.clear();
  }

  function havers(name: string): ReadonlySet<JsonObject> {
    const known = having.get(name);
    if (known !== undefined) return known;
    const found = new Set(declaring.get(name));
    for (const schema of found) for (const made of madeOf.get(schema) ?? []) found.add(made);
    having.set(name, found);
    return found;
  }

  return (schema, name) => {
    if (seen.size === 0)
      add(Object.values(objectField(document.components, "schemas") ?? {}).filter(isObject));
    if (!seen.has(schema)) add([schema]);
    return havers(name).has(schema);
  };
}

/** The schema that a ref leads to, over other refs. */
function target(schema: JsonValue, resolve: Resolve): JsonObject | undefined {
  const seen = new Set<string>();
  let at: JsonValue | undefined = schema;
  while (isObject(at)) {
    const ref = stringField(at, "$ref");
    if (ref === undefined) return at;
    if (seen.has(ref)) return undefined;
    seen.add(ref);
    at = resolve(ref);
  }
  return undefined;
}

const partsOf = (schema: JsonObject): readonly JsonValue[] =>
  [schema.allOf, schema.oneOf, schema.anyOf].flatMap((list) => (isArray(list) ? list : []));

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
