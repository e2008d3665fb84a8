import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { BundleContext } from "./bundle-context.ts";
import type { Position } from "./positions.ts";
import { Writing } from "./writing.ts";

/**
 * Data without refs that lead out of the document. Here they are only shown, but mock servers and linters that are given
 * the shipped document follow a `$ref` wherever one stands, to the network and to any file.
 */
export function inertData(value: JsonValue, at: Position, context: BundleContext): JsonValue {
  return isInert(value) ? value : copy(value, at, context);
}

function isInert(value: JsonValue): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isInert);
  return Object.entries(value).every(([key, field]) => !leadsOut(key, field) && isInert(field));
}

function leadsOut(key: string, value: JsonValue): boolean {
  return key === "$ref" && typeof value === "string" && !value.startsWith("#");
}

function copy(value: JsonValue, at: Position, context: BundleContext): JsonValue {
  const { positions, faults } = context;
  if (Array.isArray(value)) {
    const places = value.map((_, index) => positions.child(value, index) ?? at);
    const items = value.map((item, index) => copy(item, places[index] ?? at, context));
    positions.set(items, positions.at(value) ?? at, places);
    return items;
  }
  if (!isObject(value)) return value;
  const out = new Writing(positions, positions.at(value) ?? at);
  for (const [index, [key, field]] of Object.entries(value).entries()) {
    const place = positions.childAt(value, index) ?? at;
    if (!leadsOut(key, field)) {
      out.set(key, copy(field, place, context), place);
      continue;
    }
    const name = freeName(value);
    const message = `the $ref ${JSON.stringify(field)} stands in data, where it is not followed; it becomes ${JSON.stringify(name)}`;
    faults.warning(place, "ref-in-data", message, "write what it stands for in its place");
    out.set(name, field, place);
  }
  return out.done();
}

function freeName(value: JsonObject): string {
  let name = "x-ref";
  while (Object.hasOwn(value, name)) name += "-";
  return name;
}
