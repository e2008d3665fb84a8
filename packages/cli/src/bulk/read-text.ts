import { isObject, type JsonObject, type JsonValue, listOf } from "@trunkline/document";
import { follow, propertiesOf } from "./bulk-operation.ts";

/** A value out of a text, as its schema wants it; the text itself where that is not the text of such a value. */
export function readText(document: JsonObject, schema: JsonValue | undefined, text: string): unknown {
  const types = typesOf(document, schema);
  if (types.has("string") || types.size === 0) return text;
  if (types.has("integer") && /^-?\d{16,}$/.test(text)) return BigInt(text);
  if ((types.has("integer") || types.has("number")) && text.trim() !== "" && Number.isFinite(Number(text))) {
    return Number(text);
  }
  if (types.has("boolean") && /^(?:true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (types.has("object") || types.has("array")) {
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
  return text;
}

/** Types that a schema admits, where it names them. */
export function typesOf(document: JsonObject, schema: JsonValue | undefined, depth = 0): ReadonlySet<string> {
  const target = follow(document, schema);
  if (!isObject(target) || depth > 20) return new Set();
  const named = Array.isArray(target.type) ? target.type : target.type === undefined ? [] : [target.type];
  const values = [...listOf(target.enum), ...(target.const === undefined ? [] : [target.const])];
  const parts = [...listOf(target.allOf), ...listOf(target.anyOf), ...listOf(target.oneOf)];
  const own = [
    ...named.map(String),
    ...(named.length === 0 ? values.map(typeOf) : []),
    ...(named.length === 0 && target.properties !== undefined ? ["object"] : []),
    ...(named.length === 0 && target.items !== undefined ? ["array"] : []),
  ];
  return new Set([...own, ...parts.flatMap((part) => [...typesOf(document, part, depth + 1)])]);
}

function typeOf(value: JsonValue): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

/** How the cells of a row become its fields: `data.company` is a field of `data`, where that is an object. */
export function cellReader(
  document: JsonObject,
  row: JsonValue,
  header: readonly string[],
): (cells: readonly string[]) => Record<string, unknown> {
  const properties = new Map(propertiesOf(document, row));
  const columns = header.map((name) => {
    const [outer = "", ...inner] = name.split(".");
    const holder = properties.get(outer);
    const isWithin = !properties.has(name) && inner.length > 0 && typesOf(document, holder).has("object");
    const path = isWithin ? [outer, inner.join(".")] : [name];
    const schema = isWithin
      ? propertiesOf(document, holder).find(([own]) => own === path[1])?.[1]
      : properties.get(name);
    return { path, schema, isOurs: name.startsWith("#") || name === "" };
  });
  return (cells) => {
    const fields: Record<string, unknown> = {};
    for (const [index, { path, schema, isOurs }] of columns.entries()) {
      const text = cells[index]?.trim() ?? "";
      // What is not known is left out.
      if (isOurs || text === "") continue;
      const [name = "", inner] = path;
      const value = readText(document, schema, text);
      if (inner === undefined) define(fields, name, value);
      else {
        if (!Object.hasOwn(fields, name)) define(fields, name, {});
        define(fields[name] as Record<string, unknown>, inner, value);
      }
    }
    return fields;
  };
}

/** A column may be called `__proto__`. */
function define(object: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
}
