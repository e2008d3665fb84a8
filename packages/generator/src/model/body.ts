import { field, isObject, type JsonObject, type JsonValue, objectField, stringField } from "../json.ts";
import type { Context } from "./context.ts";
import { isStructural } from "./docs.ts";
import { type At, below, entriesBelow, objectBelow, resolve, resolveObject } from "./document.ts";
import type { Fields } from "./fields.ts";
import { essence, isJson, mediaTypesOf, type Route } from "./routes.ts";
import { isBinary } from "./schemas/convert.ts";
import type { BodyModel, PartModel } from "./types.ts";

/** A body, with the schema that its types are made of. */
export interface Body {
  readonly model: BodyModel;
  readonly schema: At<JsonValue> | undefined;
  /** Set when the body's fields stand side by side with the parameters. */
  readonly fields: Fields | undefined;
  readonly description: string | undefined;
  readonly media: At<JsonObject>;
}

/** How well a client can send a media type; the lowest one wins. */
function rank(mediaType: string): number {
  const name = essence(mediaType);
  if (name === "application/json") return 0;
  if (isJson(name)) return 1;
  if (name === "multipart/form-data") return 2;
  if (name === "application/x-www-form-urlencoded") return 3;
  return name.startsWith("text/") ? 5 : 4;
}

export function bodyOf(context: Context, route: Route): Body | undefined {
  const requestBody = resolveObject(context.document, objectBelow(route.at, "requestBody"));
  if (requestBody === undefined) return undefined;
  if (route.httpMethod === "GET" || route.httpMethod === "HEAD") {
    const message = `${route.key} describes a body, which fetch does not send with ${route.httpMethod}; the body is left out`;
    context.report("warning", "body-left-out", message, requestBody);
    return undefined;
  }
  const offers = mediaTypesOf(requestBody);
  const [best, ...others] = [...offers].sort((a, b) => rank(a.name) - rank(b.name));
  if (best === undefined) return undefined;
  if (others.length > 0) {
    const names = others.map(({ name }) => name).join(", ");
    context.report(
      "warning",
      "one-media-type",
      `${route.key} is sent as ${best.name}; ${names} is left out`,
      requestBody,
    );
  }
  const schema = below(best.at, "schema");
  const encoding = encodingOf(best.name, schema);
  const required = field(requestBody.value, "required") === true;
  const locked = context.lock?.operations[route.key]?.body;
  const flat = schema === undefined || !isFieldwise(encoding) ? undefined : context.types.fields(schema);
  const fields = flat !== undefined && canSpread(flat, required) && locked !== "body" ? flat : undefined;
  return {
    schema,
    fields,
    description: stringField(requestBody.value, "description"),
    media: best.at,
    model: {
      mediaType: best.name,
      encoding,
      placement: fields === undefined ? "body" : "fields",
      required,
      fields: [...(fields?.properties.keys() ?? [])],
      parts: partsOf(context, best.at, flat),
    },
  };
}

function encodingOf(mediaType: string, schema: At<JsonValue> | undefined): BodyModel["encoding"] {
  const name = essence(mediaType);
  if (isJson(name)) return "json";
  if (name.startsWith("multipart/")) return "multipart";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (
    name.startsWith("text/") ||
    (isObject(schema?.value) && schema.value.type === "string" && !isBinary(schema.value))
  ) {
    return "text";
  }
  return "binary";
}

function isFieldwise(encoding: BodyModel["encoding"]): boolean {
  return encoding === "json" || encoding === "multipart" || encoding === "form";
}

/**
 * Whether the body's fields can stand beside the parameters. Not when nothing is known of them, when further ones have
 * a type of their own, or when the body may be left out but not its fields.
 */
function canSpread({ properties, additional }: Fields, required: boolean): boolean {
  if (properties.size === 0) return false;
  if (isObject(additional?.value) && isStructural(additional.value)) return false;
  return required || [...properties.values()].every((one) => !one.required);
}

function partsOf(context: Context, media: At<JsonObject>, fields: Fields | undefined): PartModel[] {
  return entriesBelow(media, "encoding").flatMap(([name, encoding]) => {
    const { value } = resolve(context.document, encoding);
    if (fields !== undefined && !fields.properties.has(name)) return [];
    const explode = field(value, "explode");
    return [
      {
        name,
        contentType: stringField(value, "contentType"),
        style: stringField(value, "style"),
        explode: typeof explode === "boolean" ? explode : undefined,
        headers: Object.keys(objectField(value, "headers") ?? {}),
      },
    ];
  });
}
