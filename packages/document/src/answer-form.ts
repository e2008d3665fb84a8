import { isObject, type JsonObject, type JsonValue } from "./json.ts";
import { bareMediaType, isStreamType } from "./media-types.ts";

/** How an answer is read: as a value, as values one after another, as text, or as bytes. */
export type AnswerForm = "json" | "stream" | "text" | "binary";

/**
 * How clients read an answer of a media type.
 *
 * @param schema of the whole body, references followed
 */
export function answerForm(mediaType: string, schema: JsonValue | undefined): AnswerForm {
  const type = bareMediaType(mediaType);
  if (isStreamType(type)) return "stream";
  if (/^application\/json$|\+json$|^text\/json$/.test(type)) return "json";
  if (isRangeType(type)) return formOfRange(schema);
  if (/^text\/|^application\/(?:xml|yaml|x-yaml)$|\+xml$/.test(type)) return "text";
  return (isVendorType(type) && formOfSchema(schema)) || "binary";
}

/** A range of types that the value's own form chooses from: what a document writes that did not care means JSON, or text. */
export function isRangeType(mediaType: string): boolean {
  return /^(?:\*|application)\/\*$/.test(bareMediaType(mediaType));
}

/** A plain string is sent as it is by what makes such documents; one of a format, or an enum, as the value that it is. */
function formOfRange(schema: JsonValue | undefined): AnswerForm {
  if (!isObject(schema)) return "json";
  if (isBytes(schema)) return "binary";
  return schema.type === "string" && schema.format === undefined && schema.enum === undefined
    ? "text"
    : "json";
}

/** A type of a vendor's own, which says nothing about its notation. */
export function isVendorType(mediaType: string): boolean {
  return /^application\/vnd\.[^+]+$/.test(bareMediaType(mediaType));
}

/** A schema of fields or items says that it is JSON, or that it is text. */
function formOfSchema(schema: JsonValue | undefined): AnswerForm | undefined {
  if (isStructuredSchema(schema)) return "json";
  return isObject(schema) && schema.type === "string" && !isBytes(schema) ? "text" : undefined;
}

const structure = [
  ...["properties", "additionalProperties", "patternProperties", "items", "prefixItems"],
  ...["allOf", "oneOf", "anyOf"],
];

/** Whether values of a schema, references followed, have a form that JSON has, and text and bytes have not. */
export function isStructuredSchema(schema: JsonValue | undefined): boolean {
  if (!isObject(schema) || isBytes(schema)) return false;
  const types = [schema.type ?? []].flat();
  return (
    types.some((type) => type !== "string" && type !== "null") ||
    structure.some((key) => schema[key] !== undefined)
  );
}

/** Bytes, not text: `format: binary`, or a media type without a text encoding. */
export function isBytes({ format, contentMediaType, contentEncoding }: JsonObject): boolean {
  if (format === "binary") return true;
  return (
    typeof contentMediaType === "string" &&
    contentEncoding === undefined &&
    !/json|^text\//.test(contentMediaType)
  );
}
