import {
  isStreamType,
  isStructuredSchema,
  isVendorType,
  type JsonObject,
  type JsonValue,
} from "@trunkline/document";
import { type At, resolve } from "./document.ts";
import { bareMediaType, isJson } from "./routes.ts";

/** A media type that stands for any value of its schema, in whatever notation the API has for it. */
const plain =
  /^(?:application|text)\/(?:json|x-json|xml|yaml|x-yaml)$|^application\/(?:x-www-form-urlencoded|\*|\*\+json)$|^multipart\/form-data$|^text\/plain$|^\*\/\*$/;

/** Documents of changes, which are not values of what is changed (RFC 6902, RFC 7396, Kubernetes). */
const patch = /^application\/(?:[\w-]+-)*patch(?:-[\w-]+)*\+(?:json|xml|yaml)$/;

/** A suffix that says in which notation a value is written (RFC 6839). */
const notation = /\+(?:json|xml|yaml)$/;

/**
 * Whether two media types are two ways to write one value, so that a schema that both have makes them the same. A type of
 * a vendor's or a standard's own is a way to write it beside plain JSON, and something else beside another such type.
 */
export function isSameMeaning(one: string, other: string): boolean {
  const [a, b] = [bareMediaType(one), bareMediaType(other)];
  if (tellingParameters(one) !== tellingParameters(other)) return false;
  if (a === b) return true;
  if ([a, b].some((name) => patch.test(name) || isStreamType(name))) return false;
  const areNotations = [a, b].every((name) => plain.test(name) || isVendorValue(name));
  return areNotations && [a, b].some((name) => plain.test(name));
}

function isVendorValue(name: string): boolean {
  return notation.test(name) || isJson(name) || isVendorType(name);
}

/** Parameters such as `version=2`; a charset and the like say nothing about what is meant. */
export function tellingParameters(mediaType: string): string {
  const [, ...parameters] = mediaType.split(";").map((one) => one.trim().toLowerCase());
  return parameters
    .filter((one) => one !== "" && !/^(?:charset|q|boundary)\s*=/.test(one))
    .sort()
    .join(";");
}

/** Whether values of a schema have a form that JSON has, and text and bytes have not. */
export function isStructured(document: JsonObject, schema: At<JsonValue> | undefined): boolean {
  return schema !== undefined && isStructuredSchema(resolve(document, schema).value);
}
