import { field, isRangeType, type JsonValue, readExtension, stringField, textsOf } from "@trunkline/document";
import { type AnswerMedia, answerKind, answerMediaOf, answersOf, successes } from "./answer-media.ts";
import type { ResultModel } from "./answer-model.ts";
import type { Context } from "./context.ts";
import { type At, below, resolve } from "./document.ts";
import { alternativesOf, type Field, flatten, schemasAt } from "./fields.ts";
import { unionOf, unknownType } from "./nodes.ts";
import type { Offer } from "./request-media.ts";
import { bareMediaType, isJson, mediaTypesOf, type Route } from "./routes.ts";
import { streamOf } from "./stream.ts";
import type { TypeNode } from "./type-nodes.ts";

/** The schema of the JSON of a successful answer, for pagination. */
export function jsonSchemaOf(context: Context, route: Route): At<JsonValue> | undefined {
  for (const { at } of successes(answersOf(context, route))) {
    const json = mediaTypesOf(at).find(({ name }) => isJson(name));
    const schema = json && below(json.at, "schema");
    if (schema !== undefined) return schema;
  }
  return undefined;
}

/** Whether the answer is a list, or an object with one; `undefined` when nothing is said. */
export function givesList(context: Context, route: Route): boolean | undefined {
  const schema = jsonSchemaOf(context, route);
  if (schema === undefined) return undefined;
  const isList = (at: At<JsonValue>): boolean => {
    const { value } = resolve(context.document, at);
    return field(value, "type") === "array" || field(value, "items") !== undefined;
  };
  const fields = flatten(context.document, schema)?.properties;
  return isList(schema) || [...(fields?.values() ?? [])].some((one) => isList(one.at));
}

export function resultOf(context: Context, route: Route, owner: string): ResultModel {
  const media = answerMediaOf(context, route);
  const { variant } = route;
  const { stream: pinned } = readExtension("operation", route.at.value);
  if (variant === undefined) reportRest(context, route, media);
  const ofVariant =
    variant?.place === "answer" && media.others.filter(({ name }) => name === variant.mediaType);
  const offers = ofVariant || media.main;
  const [first] = offers;
  const kind = first === undefined ? "none" : ofVariant ? answerKind(context, first) : media.kind;
  const statuses = media.good.map(({ status }) => status);
  const description = stringField(media.good[0]?.at.value, "description");
  const common = { statuses, description, data: undefined };
  if (pinned !== undefined && variant === undefined && kind !== "stream") {
    const message = `${route.key} is not answered with a stream, so that its x-trunkline.stream says nothing`;
    context.report(
      "warning",
      "no-stream",
      message,
      route.at,
      "Take it out, or give the answer the media type of its stream.",
    );
  }
  const accept = [...new Set(offers.map(({ name }) => bareMediaType(name)))].join(", ");
  if (first === undefined || kind === "none") {
    return { ...common, kind: "none", type: { kind: "primitive", name: "void" }, accept: undefined };
  }
  if (kind === "json") {
    const isPlain = offers.some(
      ({ name }) => bareMediaType(name) === "application/json" || isRangeType(name),
    );
    const result = jsonOf(context, route, media, offers, owner);
    return { ...common, ...result, kind, accept: isPlain ? undefined : first.name };
  }
  if (kind === "stream") {
    const { stream, type } = streamOf(context, first.name, below(first.at, "schema"), owner, pinned);
    return { ...common, kind, type, stream, accept: undefined };
  }
  if (kind === "text" && offers.every((offer) => answerKind(context, offer) === "text")) {
    return { ...common, kind, type: { kind: "primitive", name: "string" }, accept };
  }
  return { ...common, kind: "binary", type: { kind: "external", name: "Response" }, accept };
}

/** What is another form of the same, and what no method can ask for, because it comes with another status. */
function reportRest({ report }: Context, { key }: Route, { kind, main, same, lost }: AnswerMedia): void {
  const [other] = same;
  if (other !== undefined) {
    const names = [...new Set(same.map(({ name }) => name))].join(", ");
    const message = `${key} is read as ${main[0]?.name}; ${names} would say the same`;
    const hint = "Callers get it with options.headers.accept and asResponse().";
    report("guess", "one-media-type", message, other.at, hint);
  }
  const [first] = lost;
  if (first === undefined) return;
  const names = lost.map(({ name }) => name).join(", ");
  const message = `${key} is read as ${kind === "json" ? "JSON" : "a stream"}; that it may be answered with ${names} is left out`;
  report("warning", "answer-left-out", message, first.at, "Callers read it with asResponse().");
}

function jsonOf(
  context: Context,
  route: Route,
  { good }: AnswerMedia,
  offers: readonly Offer[],
  owner: string,
): Pick<ResultModel, "type" | "data" | "mayBeEmpty"> {
  const schemas = offers.map(({ at }) => below(at, "schema"));
  const { data, types } = unwrap(context, route, schemas, owner);
  const bare = good.filter(({ at }) => mediaTypesOf(at).length === 0);
  const empty: readonly TypeNode[] = bare.length > 0 ? [{ kind: "primitive", name: "undefined" }] : [];
  // HTTP itself says of 204 and 205 that nothing follows.
  const mayBeEmpty = bare.some(({ status }) => status !== "204" && status !== "205");
  return { type: unionOf([...types, ...empty]), data, ...(mayBeEmpty ? { mayBeEmpty: true } : {}) };
}

/** The types at the envelope's pointer; of whole answers where there is no such place. */
function unwrap(
  context: Context,
  route: Route,
  schemas: readonly (At<JsonValue> | undefined)[],
  owner: string,
): { readonly data: ResultModel["data"]; readonly types: readonly TypeNode[] } {
  const typesOf = (list: readonly (At<JsonValue> | undefined)[]): TypeNode[] =>
    list.map((schema) =>
      schema === undefined ? unknownType : context.types.of(schema, "output", `${owner}Response`),
    );
  const said = textsOf(context.settings.envelope?.data);
  const { envelope: own } = readExtension("operation", route.at.value);
  if (own === false) return { data: said.length === 0 ? undefined : false, types: typesOf(schemas) };
  const pointers = own === undefined ? said : textsOf(own.data);
  if (pointers.length === 0) return { data: undefined, types: typesOf(schemas) };
  const inner = schemas.map((schema) => schema && valuesAt(context, schema, pointers));
  if (inner.some((one) => one === undefined)) {
    const message = `The answer of ${route.key} has no ${pointers.join(" or ")}, so the whole of it is returned`;
    const hint = "Set `envelope: false` in the operation's x-trunkline if that is right.";
    context.report("warning", "no-envelope", message, route.at, hint);
    return { data: false, types: typesOf(schemas) };
  }
  const found = inner.flatMap((one) => one ?? []);
  const types = typesOf(found.map(({ at }) => at));
  const optional = found.some(({ required }) => !required);
  return {
    data: own === undefined ? undefined : pointers,
    types: optional ? [...types, { kind: "primitive", name: "undefined" }] : types,
  };
}

/** What each alternative of an answer has at the first place that it has; `undefined` where one has none of them. */
function valuesAt(
  { document }: Context,
  schema: At<JsonValue>,
  pointers: readonly string[],
): readonly Field[] | undefined {
  const found = alternativesOf(document, schema).map((alternative) =>
    pointers.map((pointer) => schemasAt(document, alternative, pointer)).find((places) => places.length > 0),
  );
  return found.some((places) => places === undefined) ? undefined : found.flatMap((places) => places ?? []);
}
