import {
  field,
  isObject,
  type JsonObject,
  type JsonValue,
  objectField,
  stringField,
} from "@trunkline/document";
import type { Context } from "./context.ts";
import { isStructural } from "./docs.ts";
import { type At, below, entriesBelow, objectBelow, resolve, resolveObject } from "./document.ts";
import type { Fields } from "./fields.ts";
import { hasParts, holdsFiles, listsOf, mayBeList } from "./lists.ts";
import type { BodyModel, PartModel } from "./parameters-model.ts";
import {
  encodingOf,
  isFieldwise,
  isOtherMultipart,
  type RequestMedia,
  requestMediaOf,
  sentType,
} from "./request-media.ts";
import { isJson, type Route } from "./routes.ts";
import { isBinary } from "./schemas/files.ts";

/** A body, with the schema that its types are made of. */
export interface Body {
  readonly model: BodyModel;
  readonly schema: At<JsonValue> | undefined;
  /** Set when the body's fields stand side by side with the parameters. */
  readonly fields: Fields | undefined;
  readonly description: string | undefined;
  readonly media: At<JsonObject>;
}

export function bodyOf(context: Context, route: Route): Body | undefined {
  const requestBody = resolveObject(context.document, objectBelow(route.at, "requestBody"));
  if (requestBody === undefined) return undefined;
  if (route.httpMethod === "GET" || route.httpMethod === "HEAD") {
    const message = `${route.key} describes a body, which fetch does not send with ${route.httpMethod}; the body is left out`;
    context.report("warning", "body-left-out", message, requestBody);
    return undefined;
  }
  const media = requestMediaOf(context, route);
  if (media === undefined) return undefined;
  const { variant } = route;
  const ofVariant =
    variant?.place === "request" && media.others.find(({ name }) => name === variant.mediaType);
  const best = ofVariant || media.main;
  if (variant === undefined) reportMedia(context, route, media, requestBody);
  const schema = below(best.at, "schema");
  const encoding = encodingOf(context.document, best);
  const required = field(requestBody.value, "required") === true;
  const locked = context.lock?.operations[route.key]?.body;
  const flat = schema === undefined || !isFieldwise(encoding) ? undefined : context.types.fields(schema);
  const fields = flat !== undefined && canSpread(flat, required) && locked !== "body" ? flat : undefined;
  const isFormIfFiles = best === media.main && media.form !== undefined;
  const parts = partsOf(context, (isFormIfFiles && media.form?.at) || best.at, flat, encoding);
  return {
    schema,
    fields,
    description: stringField(requestBody.value, "description"),
    media: best.at,
    model: {
      mediaType: sentType(best, encoding),
      encoding,
      placement: fields === undefined ? "body" : "fields",
      required,
      fields: [...(fields?.properties.keys() ?? [])],
      parts,
      formIfFiles: isFormIfFiles,
      files: encoding === "multipart" ? filesOf(context, flat, parts) : [],
    },
  };
}

/** What is not sent, and what to do about it. */
function reportMedia(
  { report }: Context,
  { key }: Route,
  { main, same, labels, impossible }: RequestMedia,
  at: At<JsonObject>,
): void {
  const list = (offers: RequestMedia["same"]): string => offers.map(({ name }) => name).join(", ");
  const way = "An overlay that removes the others chooses another one.";
  if (same.length > 0) {
    const message = `${key} is sent as ${main.name}; ${list(same)} would say the same`;
    report("guess", "one-media-type", message, at, way);
  }
  if (impossible.length > 0) {
    const message = `${key} is sent as ${main.name}; ${list(impossible)} is left out, for of bodies of several parts only forms can be sent`;
    report("warning", "multipart-kind", message, at, "Write multipart/form-data if that is what is meant.");
  }
  if (isOtherMultipart(main)) {
    const message = `${key} is sent as multipart/form-data, though the document says ${main.name}`;
    report("warning", "multipart-kind", message, at, "Write multipart/form-data if that is what is meant.");
  }
  if (labels.length > 0) {
    const message = `${key} is sent as ${main.name}; ${list(labels)} is left out`;
    const hint = 'Callers send another one with options.headers["content-type"].';
    report("warning", "one-media-type", message, at, hint);
  }
}

/**
 * Whether the body's fields can stand beside the parameters. Not when nothing is known of them, when further ones have
 * a type of their own, or when the body may be left out but not its fields.
 */
function canSpread({ properties, additional, patterns }: Fields, required: boolean): boolean {
  if (properties.size === 0 || patterns.length > 0) return false;
  if (isObject(additional?.value) && isStructural(additional.value)) return false;
  return required || [...properties.values()].every((one) => !one.required);
}

function filesOf({ document }: Context, fields: Fields | undefined, parts: readonly PartModel[]): string[] {
  const json = new Set(parts.filter((one) => isJson(one.contentType ?? "")).map(({ name }) => name));
  return [...(fields?.properties ?? [])].flatMap(([name, { at }]) =>
    !json.has(name) && holdsFiles(document, at, isBinary) ? [name] : [],
  );
}

function partsOf(
  context: Context,
  media: At<JsonObject>,
  fields: Fields | undefined,
  kind: BodyModel["encoding"],
): PartModel[] {
  const { document } = context;
  const encodings = new Map(entriesBelow(media, "encoding"));
  /** What allows reserved characters has a style (OpenAPI 3.1.1, "Encoding Object"). */
  const styleOf = (encoding: At<JsonValue> | undefined): string | undefined => {
    const value = encoding === undefined ? {} : resolve(document, encoding).value;
    const isForm = kind === "form" && field(value, "allowReserved") !== undefined;
    return stringField(value, "style") ?? (isForm ? "form" : undefined);
  };
  const isRequired = (name: string): boolean => {
    const one = fields?.properties.get(name);
    if (one === undefined || !one.required) return false;
    // An object is a part of its own, also an empty one, unless it has a style.
    const encoding = encodings.get(name);
    const isStyled = styleOf(encoding) ?? (encoding && field(resolve(document, encoding).value, "explode"));
    if (kind === "form" && isStyled !== undefined) return hasParts(document, one.at);
    return (kind === "form" || kind === "multipart") && mayBeList(document, one.at);
  };
  const names = [...encodings.keys(), ...(fields?.properties.keys() ?? [])].filter(
    (name) => encodings.has(name) || isRequired(name),
  );
  return [...new Set(names)].flatMap((name) => {
    const encoding = encodings.get(name);
    const value = encoding === undefined ? {} : resolve(document, encoding).value;
    if (fields !== undefined && !fields.properties.has(name)) return [];
    const explode = field(value, "explode");
    const style = styleOf(encoding);
    const schema = fields?.properties.get(name)?.at;
    return [
      {
        name,
        // A field of a URL-encoded form has one or the other (OpenAPI 3.1, "Encoding Object").
        contentType:
          kind === "form" && field(value, "allowReserved") !== undefined
            ? undefined
            : stringField(value, "contentType"),
        style,
        explode: typeof explode === "boolean" ? explode : undefined,
        headers: Object.keys(objectField(value, "headers") ?? {}),
        required: isRequired(name),
        lists:
          style === "deepObject" && kind === "form" && encoding !== undefined
            ? listsOf(context, schema, undefined, `The form field "${name}"`, encoding)
            : undefined,
      },
    ];
  });
}
