import { isObject, isRangeType, isVendorType, type JsonObject } from "@trunkline/document";
import type { Context } from "./context.ts";
import { below, objectBelow, resolve, resolveObject } from "./document.ts";
import { isSameMeaning, isStructured, tellingParameters } from "./media-meaning.ts";
import type { BodyModel } from "./parameters-model.ts";
import { bareMediaType, isJson, mediaTypesOf, type Route } from "./routes.ts";
import { isBinary, mayHoldFile } from "./schemas/files.ts";

export type Offer = ReturnType<typeof mediaTypesOf>[number];

/** The media types in which a body may be sent, by what is made of them. */
export interface RequestMedia {
  /** The one that the method sends. */
  readonly main: Offer;
  /** Bodies of their own: a method each. */
  readonly others: readonly Offer[];
  /** The form that carries files, where the main one is JSON of the same schema. */
  readonly form: Offer | undefined;
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
  const locked = lockedMedia(context, route);
  const weight = (offer: Offer): number => (offer.name === locked ? -1 : rank(context, offer));
  const sorted = [...offers].sort((a, b) => weight(a) - weight(b));
  const [best] = sorted;
  if (best === undefined) return undefined;
  const form = formBeside(context, best, offers);
  // JSON cannot carry files, a form can: it comes first where it takes the same and cannot be chosen by what is given.
  const main = form !== undefined && !canSendEither(context, best) ? form : best;
  const rest = sorted.filter((one) => one !== main && (one !== form || main !== best));
  const others: Offer[] = [];
  const same: Offer[] = [];
  const labels: Offer[] = [];
  const impossible: Offer[] = [];
  for (const offer of rest) {
    const distinct = [main, ...others];
    const encoding = encodingOf(context.document, offer);
    if (distinct.some((one) => saysTheSame(offer, one))) same.push(offer);
    else if (isOtherMultipart(offer)) impossible.push(offer);
    else if (!isFieldwise(encoding) && distinct.some((one) => encodingOf(context.document, one) === encoding))
      labels.push(offer);
    else others.push(offer);
  }
  return { main, others, form: main === best ? form : undefined, same, labels, impossible };
}

/** The form of the same schema as JSON, where that has a place for files. */
function formBeside(context: Context, best: Offer, offers: readonly Offer[]): Offer | undefined {
  const schema = below(best.at, "schema");
  if (!isJson(best.name) || schema === undefined) return undefined;
  return offers.find(
    (one) =>
      bareMediaType(one.name) === "multipart/form-data" &&
      saysTheSame(one, best) &&
      mayHoldFile(context.document, below(one.at, "schema") ?? schema, "fields"),
  );
}

/** Whether a body is an object of fields, among which a file is seen. */
function canSendEither(context: Context, { name, at }: Offer): boolean {
  const schema = below(at, "schema");
  const isPlain = bareMediaType(name) === "application/json" && tellingParameters(name) === "";
  return isPlain && schema !== undefined && context.types.fields(schema) !== undefined;
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
  if ((isRangeType(name) || isVendorType(name)) && isStructured(document, schema)) return "json";
  const target = schema && resolve(document, schema).value;
  return isObject(target) && target.type === "string" && !isBinary(target) ? "text" : "binary";
}

/** What a body is labelled with: of a range the type that its encoding is. */
export function sentType({ name }: Offer, encoding: BodyModel["encoding"]): string {
  if (!isRangeType(name)) return name;
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
