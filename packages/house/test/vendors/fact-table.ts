/** One row of a FACTS.md. */
export interface Fact {
  readonly line: number;
  readonly fact: string;
  readonly source: string;
  /** Pointers into the document, and tests (`file: name`), that hold it. */
  readonly places: readonly string[];
  /** What stands at the pointer; undefined where it is enough that something does. */
  readonly value: string | undefined;
}

/** Rows of every table of a FACTS.md: fact, source, place, value. */
export function readFacts(markdown: string): readonly Fact[] {
  return markdown.split("\n").flatMap((text, index) => {
    if (!text.startsWith("|") || /^\|\s*(?:-+|[Ff]act)\s*\|/.test(text)) return [];
    const cells = text
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll("\\|", "|"));
    const [fact = "", source = "", place = "", value = ""] = cells;
    const places = [...place.matchAll(/`([^`]+)`/g)].map(([, one = ""]) => one);
    const said = value === "" ? undefined : value.replace(/^`(.*)`$/s, "$1");
    return [{ line: index + 1, fact, source, places, value: said }];
  });
}

type Json = unknown;

/**
 * The value at a pointer of a document, references followed on the way. `#/operations/<operationId>` is an operation;
 * parameters are found by their names, and properties in what a schema is made of.
 */
export function valueAt(document: Json, pointer: string): Json {
  let here: Json = document;
  for (const step of pointer.replace(/^#\/?/, "").split("/").filter(Boolean)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const next =
      here === document && key === "operations" ? operations(document) : member(document, here, key, 0);
    if (next === undefined) return undefined;
    here = follow(document, next);
  }
  return Array.isArray(here) ? here.map((one) => follow(document, one)) : here;
}

function member(document: Json, value: Json, key: string, depth: number): Json {
  if (typeof value !== "object" || value === null || depth > 5) return undefined;
  if (Array.isArray(value)) {
    return value[Number(key)] ?? value.map((one) => follow(document, one)).find((one) => nameOf(one) === key);
  }
  const object = value as Record<string, Json>;
  const own = Object.hasOwn(object, key) ? object[key] : undefined;
  const parts = [object.allOf, object.anyOf, object.oneOf].flat().filter((part) => part !== undefined);
  const found = [own, ...parts.map((part) => member(document, follow(document, part), key, depth + 1))];
  const known = found.filter((one) => one !== undefined);
  // What a schema is made of has its fields together.
  if (known.length > 1 && key === "properties") return Object.assign({}, ...known);
  return known.length > 1 && key === "required" ? known.flat() : known[0];
}

function nameOf(value: Json): unknown {
  return (value as { readonly name?: unknown } | undefined)?.name;
}

function follow(document: Json, value: Json): Json {
  const { $ref: ref, ...beside } = Object(value) as Record<string, Json>;
  if (typeof ref !== "string") return value;
  return { ...(valueAt(document, ref) as object | undefined), ...beside };
}

const METHODS = ["get", "put", "post", "delete", "patch"] as const;

/** Operations by id, each with its route and with the parameters of its path. */
function operations(document: Json): Record<string, Json> {
  const found: Record<string, Json> = {};
  const paths = (document as { paths?: Record<string, Json> }).paths ?? {};
  for (const [path, item] of Object.entries(paths)) {
    const entry = item as Record<string, Json> & { parameters?: readonly Json[] };
    for (const method of METHODS) {
      const operation = entry[method] as { operationId?: string; parameters?: readonly Json[] } | undefined;
      if (operation?.operationId === undefined) continue;
      const parameters = [...(operation.parameters ?? []), ...(entry.parameters ?? [])];
      found[operation.operationId] = { ...operation, parameters, route: `${method.toUpperCase()} ${path}` };
    }
  }
  return found;
}

/**
 * Whether a value is what a row says: JSON that it equals (lists in any order), `has` and keys or items that it has,
 * `says` and a text that it contains, `nullable`, `absent`.
 */
export function differs(actual: Json, said: string | undefined): string | undefined {
  const shown = JSON.stringify(actual)?.slice(0, 120);
  if (said === "absent") return actual === undefined ? undefined : `is there: ${shown}`;
  if (actual === undefined) return "leads nowhere";
  if (said === undefined) return undefined;
  if (said === "nullable") return isNullable(actual) ? undefined : `is never null: ${shown}`;
  const [, word, rest = ""] = /^(has|says) (.*)$/s.exec(said) ?? [undefined, undefined, said];
  const wanted: Json = JSON.parse(word === undefined ? said : rest);
  if (word === "says") {
    const text = String(actual).replace(/\s+/g, " ");
    return text.includes(String(wanted)) ? undefined : `does not say ${rest}: ${shown}`;
  }
  if (word === "has") {
    const all = Array.isArray(actual) ? actual.map((one) => nameOf(one) ?? one) : Object.keys(Object(actual));
    const missing = (wanted as readonly Json[]).filter((one) => !all.includes(one));
    return missing.length === 0 ? undefined : `lacks ${JSON.stringify(missing)}`;
  }
  return sorted(actual) === sorted(wanted) ? undefined : `is ${shown}`;
}

function isNullable(schema: Json): boolean {
  const { type, anyOf, oneOf } = schema as Record<string, Json>;
  return (
    [type].flat().includes("null") ||
    [anyOf, oneOf].flat().some((one) => one !== undefined && isNullable(one))
  );
}

function sorted(value: Json): string {
  return JSON.stringify(Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value);
}
