import { bareMediaType, isObject, type JsonObject, listField, textOf } from "@trunkline/document";
import type { Position } from "../positions.ts";
import { type SwaggerContext, withKeys } from "./context.ts";

/** What separates the values of a list, by the name that Swagger 2.0 has for it. */
const separators: ReadonlyMap<string, string> = new Map([
  ["csv", "commas"],
  ["ssv", "spaces"],
  ["tsv", "tabs"],
  ["pipes", "bars"],
]);

/** Which of them OpenAPI 3 can say, by the place of the parameter. */
const sayable: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["query", new Set(["csv", "ssv", "pipes", "multi"])],
  ["formData", new Set(["csv", "ssv", "pipes", "multi"])],
  ["path", new Set(["csv"])],
  ["header", new Set(["csv"])],
]);

const FORMS = ["application/x-www-form-urlencoded", "multipart/form-data"];

/** What only lists have. */
const listKeys = { items: undefined, minItems: undefined, maxItems: undefined, uniqueItems: undefined };

/** A parameter that is not a body, with all said that Swagger 2.0 takes for granted, as far as OpenAPI 3 can say it. */
export function plainParameter(context: SwaggerContext, parameter: JsonObject, at: Position): JsonObject {
  const example = parameter["x-example"];
  const shown = example === undefined || isObject(example) ? {} : { example, "x-example": undefined };
  // What has no place is told by the checks of OpenAPI 3, which leave the operation out.
  const place = textOf(parameter.in) || "nowhere";
  return withKeys(context, parameter, at, {
    in: place,
    ...shown,
    ...(parameter.type === "array" ? list(context, parameter, place, at) : { collectionFormat: undefined }),
  });
}

function list(context: SwaggerContext, parameter: JsonObject, place: string, at: Position): JsonObject {
  const { items, description } = parameter;
  const { positions, faults } = context;
  if (isObject(items) && items.type === "file") return { collectionFormat: "multi" };
  const written = parameter.collectionFormat ?? "csv";
  const where = positions.child(parameter, "collectionFormat") ?? at;
  const format = typeof written === "string" ? written : "";
  const separator = separators.get(format);
  if (separator === undefined && format !== "multi") {
    const known = [...separators.keys(), "multi"].join(", ");
    const message = `collectionFormat ${JSON.stringify(written)} is not known, and is read as csv`;
    faults.warning(where, "collection-format", message, `write one of ${known}`);
    return { collectionFormat: "csv" };
  }
  const within = isObject(items) && items.type === "array" ? items : undefined;
  if (within === undefined && (sayable.get(place)?.has(format) ?? true)) return { collectionFormat: written };
  const how = within ? howWithin(separator, within) : howWritten(separator);
  const message = `OpenAPI 3 has no list in a ${place === "formData" ? "form" : place} that is written ${how}`;
  faults.warning(where, "collection-format", `${message}; the parameter is one text, written by the caller`);
  const words = `All values as one text, ${how}.`;
  return {
    ...(listKeys as unknown as JsonObject),
    type: "string",
    collectionFormat: undefined as never,
    description: typeof description === "string" ? `${description}\n\n${words}` : words,
  };
}

function howWritten(separator: string | undefined): string {
  return separator === undefined ? "as often as there are values" : `separated by ${separator}`;
}

/** Of a list of lists. */
function howWithin(separator: string | undefined, { collectionFormat = "csv" }: JsonObject): string {
  const inner = separators.get(textOf(collectionFormat) ?? "") ?? "commas";
  return `${howWritten(separator)}, with the values of each list separated by ${inner}`;
}

/** Media types of a body that is a form; a file needs the one that has parts. */
export function formTypes(fields: readonly JsonObject[], declared: readonly string[]): readonly string[] {
  const forms = declared.filter((type) => FORMS.includes(bareMediaType(type)));
  const hasFile = fields.some(
    ({ type, items }) => type === "file" || (isObject(items) && items.type === "file"),
  );
  const [urlencoded = "", multipart = ""] = FORMS;
  if (hasFile) return [forms.find((type) => bareMediaType(type) === multipart) ?? multipart];
  return forms.length > 0 ? forms : [urlencoded];
}

/** The media types of `consumes` or `produces`; what is not one is told. */
export function mediaTypes(
  { positions, faults }: SwaggerContext,
  owner: JsonObject,
  key: "consumes" | "produces",
  at: Position,
): readonly string[] | undefined {
  if (owner[key] === undefined || owner[key] === null) return undefined;
  const types = listField(owner, key).filter(
    (type): type is string =>
      typeof type === "string" && /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+\s*(;.*)?$/.test(type),
  );
  if (!Array.isArray(owner[key]) || types.length < listField(owner, key).length) {
    const message = `${JSON.stringify(key)} must be a list of media types; what is not one is ignored`;
    faults.warning(positions.child(owner, key) ?? at, "wrong-type", message);
  }
  return types.length === 0 ? undefined : types;
}
