import { isObject, type JsonObject, type JsonValue } from "@trunkline/document";
import type { Context } from "./context.ts";
import { type At, below, objectBelow, resolve, resolveObject } from "./document.ts";
import { isRange, isSameMeaning, isStructured, isVendorType } from "./media-meaning.ts";
import { bareMediaType, isJson, mediaTypesOf, type Route } from "./routes.ts";
import { isBinary } from "./schemas/convert.ts";
import type { BodyModel } from "./types.ts";

export type Offer = ReturnType<typeof mediaTypesOf>[number];

/** The media types in which a body may be sent, by what is made of them. */
export interface RequestMedia {
  /** The one that the method sends. */
  readonly main: Offer;
  /** Bodies of their own: a method each. */
  readonly others: readonly Offer[];
  /** Other forms of what is sent already. */
  readonly same: readonly Offer[];
  /** What differs in its label only, so that the caller can set that. */
  readonly labels: readonly Offer[];
  /** What no client sends. */
  readonly impossible: readonly Offer[];
}

export function requestMediaOf(context: Context, route: Route): RequestMedia | undefined {
  const requestBody = resolveObject(context.document, objectBelow(route.at, "requestBody"));
  if (requestBody === undefined) return undefined;
  const offers = mediaTypesOf(requestBody);
  const hasForm = offers.some(({ name }) => bareMediaType(name) === "multipart/form-data");
  const locked = lockedMedia(context, route);
  const weight = (offer: Offer): number => {
    if (offer.name === locked) return -1;
    // JSON cannot carry files, a form can.
    return hasForm && isJson(offer.name) && holdsFile(context, offer) ? 2.5 : rank(context, offer);
  };
  const [main, ...rest] = [...offers].sort((a, b) => weight(a) - weight(b));
  if (main === undefined) return undefined;
  const others: Offer[] = [];
  const same: Offer[] = [];
  const labels: Offer[] = [];
  const impossible: Offer[] = [];
  for (const offer of rest) {
    const kept = [main, ...others];
    const encoding = encodingOf(context.document, offer);
    if (kept.some((one) => saysTheSame(offer, one))) same.push(offer);
    else if (isOtherMultipart(offer)) impossible.push(offer);
    else if (!isFieldwise(encoding) && kept.some((one) => encodingOf(context.document, one) === encoding))
      labels.push(offer);
    else others.push(offer);
  }
  return { main, others, same, labels, impossible };
}

/** What callers give for the form that is known must go on being right. */
function lockedMedia({ lock }: Context, { key, variant }: Route): string | undefined {
  const locked = lock?.operations[variant === undefined ? key : key.slice(0, key.lastIndexOf(" ("))];
  return locked === undefined || locked.body === "none" ? undefined : (locked.media ?? "application/json");
}

/** How well a client can send a media type; the lowest one wins. */
function rank({ document }: Context, offer: Offer): number {
  const name = bareMediaType(offer.name);
  if (name === "application/json") return 0;
  // Of changes, those that are written as the thing itself are the simpler ones.
  if (name === "application/json-patch+json") return 1.6;
  if (isJson(name)) return 1;
  if (name === "multipart/form-data") return 2;
  if (name === "application/x-www-form-urlencoded") return 3;
  if (encodingOf(document, offer) === "json") return 1.5;
  return name.startsWith("text/") ? 5 : 4;
}

export function encodingOf(document: JsonObject, { name: mediaType, at }: Offer): BodyModel["encoding"] {
  const name = bareMediaType(mediaType);
  if (isJson(name)) return "json";
  if (name.startsWith("multipart/")) return "multipart";
  if (name === "application/x-www-form-urlencoded") return "form";
  if (name.startsWith("text/")) return "text";
  const schema = below(at, "schema");
  if ((isRange(name) || isVendorType(name)) && isStructured(document, schema)) return "json";
  const target = schema && resolve(document, schema).value;
  return isObject(target) && target.type === "string" && !isBinary(target) ? "text" : "binary";
}

/** What a body is labelled with: of a range the type that its encoding is. */
export function sentType({ name }: Offer, encoding: BodyModel["encoding"]): string {
  if (!isRange(name)) return name;
  return encoding === "json" ? "application/json" : encoding === "text" ? "text/plain" : name;
}

export function isFieldwise(encoding: BodyModel["encoding"]): boolean {
  return encoding === "json" || encoding === "multipart" || encoding === "form";
}

/** Whether one offer is only another spelling of what the other one says. */
export function saysTheSame(offer: Offer, other: Offer): boolean {
  const schema = below(offer.at, "schema")?.value;
  const known = below(other.at, "schema")?.value;
  if (!isSameMeaning(offer.name, other.name)) return false;
  // Nobody who can have JSON wants to write or read XML, and hardly a document says other things in it.
  if (/[/+]xml$/.test(bareMediaType(offer.name)) && isJson(other.name)) return true;
  if (schema !== undefined) return JSON.stringify(schema) === JSON.stringify(known);
  // Without a schema, a form, XML or anything at all is the value that the other one describes.
  return /[/+](?:json|xml|x-www-form-urlencoded|form-data|yaml|x-yaml)$|^\*\/\*$/.test(
    bareMediaType(offer.name),
  );
}

/** Of several parts without being a form, such as `multipart/mixed`. */
export function isOtherMultipart({ name }: Offer): boolean {
  return /^multipart\/(?!form-data$)/.test(bareMediaType(name));
}

function holdsFile(context: Context, { at }: Offer): boolean {
  const schema = below(at, "schema");
  const fields = schema && context.types.fields(schema);
  const isFile = (one: At<JsonValue> | undefined): boolean => {
    if (one === undefined) return false;
    const target = resolve(context.document, one);
    return isObject(target.value) && (isBinary(target.value) || isFile(below(target, "items")));
  };
  return [...(fields?.properties.values() ?? [])].some((one) => isFile(one.at));
}
