import { field, isObject, type JsonObject, type JsonValue, listOf, objectOf } from "@trunkline/document";
import type { Flaw } from "../losses.ts";
import type { Position, PositionTable } from "../positions.ts";
import type { Target } from "../resolve.ts";
import type { SwaggerContext } from "./context.ts";
import { placed } from "./origins.ts";
import { SelfContained } from "./self-contained.ts";

/** A converted document, and what of it cannot be called. */
export interface Converted {
  readonly value: JsonObject;
  /** `get /programs` -> what is wrong with it. */
  readonly lost: ReadonlyMap<string, Flaw>;
}

/**
 * A Swagger 2.0 document as OpenAPI 3.0, whose places are those of the original.
 *
 * @returns `undefined` where it cannot be converted, which is reported, or where files are still missing
 */
export async function convertSwagger(
  given: Omit<SwaggerContext, "lost">,
  root: Target & { readonly value: JsonObject },
): Promise<Converted | undefined> {
  const context: SwaggerContext = { ...given, lost: new Map() };
  const { positions, faults, resolver, lost } = context;
  const { value, at } = root;
  const key = placeOfPrototype(value, positions, at);
  if (key !== undefined) {
    faults.error(
      key,
      "swagger-name",
      'a Swagger document cannot be converted with the name "__proto__" in it',
      "rename it",
    );
    return undefined;
  }
  const before = new SelfContained(context, root).document();
  if (resolver.missing.size > 0 || faults.failed) return undefined;
  // Only this version needs it.
  const { upgradeFromTwoToThree } = await import("@scalar/openapi-upgrader/2.0-to-3.0");
  try {
    // It changes what it is given, and knows objects with a prototype alone.
    const converted = upgradeFromTwoToThree(structuredClone(before) as Record<string, unknown>);
    const forms = withRequiredForms(converted as unknown as JsonObject, before);
    const whole = placed(withExtensions(forms, value), before, positions, at);
    return { value: whole, lost };
  } catch (error) {
    const message = `the document cannot be converted from Swagger 2.0: ${(error as Error).message}`;
    faults.error(at, "swagger-conversion", message, "convert it by another tool, and use the result");
    return undefined;
  }
}

/** The operations of a document, overlays and all, that are lost. */
export function flawedOf(document: JsonValue, lost: Converted["lost"]): ReadonlyMap<object, Flaw> {
  const { paths } = objectOf(document);
  const flawed = new Map<object, Flaw>();
  for (const [key, flaw] of lost) {
    const [method = "", path = ""] = [key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1)];
    const operation = objectOf(objectOf(paths)[path])[method];
    if (isObject(operation)) flawed.set(operation, flaw);
  }
  return flawed;
}

/** The converter follows a name into the prototype of its objects. */
function placeOfPrototype(value: JsonValue, positions: PositionTable, at: Position): Position | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value) && Object.hasOwn(value, "__proto__"))
    return positions.child(value as JsonObject, "__proto__") ?? at;
  for (const [index, child] of Object.values(value).entries()) {
    const found = placeOfPrototype(child as JsonValue, positions, positions.childAt(value, index) ?? at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A form with a field that must be there must be there itself, which the converter says of bodies alone. */
function withRequiredForms(converted: JsonObject, before: JsonObject): JsonObject {
  const paths = Object.entries(objectOf(converted.paths)).map(([path, item]) => {
    const original = objectOf(objectOf(before.paths)[path]);
    const operations = Object.entries(objectOf(item)).map(([method, operation]) => {
      const needs = listOf(objectOf(original[method]).parameters).some(
        (one) => field(one, "in") === "formData" && field(one, "required") === true,
      );
      if (!needs || !isObject(operation) || !isObject(operation.requestBody)) return [method, operation];
      return [method, { ...operation, requestBody: { ...operation.requestBody, required: true } }];
    });
    return [path, isObject(item) ? Object.fromEntries(operations) : item];
  });
  return isObject(converted.paths) ? { ...converted, paths: Object.fromEntries(paths) } : converted;
}

/** What stands beside paths and operations under names of others, which the converter takes for operations. */
function withExtensions(converted: JsonObject, original: JsonObject): JsonObject {
  const { paths } = converted;
  if (!isObject(paths) || !isObject(original.paths)) return converted;
  const merged: Record<string, JsonValue> = { ...paths };
  for (const [path, item] of Object.entries(original.paths)) {
    if (path.startsWith("x-")) merged[path] = item;
    if (!isObject(item) || !isObject(merged[path])) continue;
    const extensions = Object.entries(item).filter(([name]) => name.startsWith("x-"));
    merged[path] = { ...(merged[path] as JsonObject), ...Object.fromEntries(extensions) };
  }
  return { ...converted, paths: merged };
}
