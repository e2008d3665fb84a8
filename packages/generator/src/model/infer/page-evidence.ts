import { field, isObject, type JsonObject, type JsonValue, stringField } from "@trunkline/document";
import { words } from "../../names/words.ts";
import { answersOf, isSuccess } from "../answer-media.ts";
import type { Context } from "../context.ts";
import { type At, below, objectBelow, resolve } from "../document.ts";
import { alternativesOf, flatten, schemasAt } from "../fields.ts";
import { requestMediaOf } from "../request-media.ts";
import { jsonSchemaOf } from "../result.ts";
import { isJson, type Route } from "../routes.ts";
import { bare, itemsPointer, type Place, placesOf, typesOf, withoutNull } from "./answer-places.ts";

/** A field of the request that may say which page is wanted, or how large. */
export interface Asked {
  /** Name of a query parameter, or a pointer into the JSON body. */
  readonly name: string;
  /** Letters and digits of the name alone. */
  readonly key: string;
  readonly types: readonly string[];
  readonly schema: JsonObject;
}

/** What a document shows of an operation that may be a list by pages. */
export interface Evidence {
  /** Where the answer has its items. */
  readonly items: string;
  readonly asked: readonly Asked[];
  readonly places: readonly Place[];
  /** Types of the id that each item has; empty where one has none. */
  readonly idTypes: readonly string[];
  readonly hasLink: boolean;
  /** Whether it is asked for in a body, by an operation that is called a search. */
  readonly isSearch: boolean;
}

/** `undefined` where the answer has no list, or the operation cannot be one. */
export function evidenceOf(context: Context, route: Route): Evidence | undefined {
  const { document } = context;
  const isPost = route.httpMethod === "POST";
  if (route.httpMethod !== "GET" && !isPost) return undefined;
  const schema = jsonSchemaOf(context, route);
  const segments = route.path.split("/").filter((segment) => segment !== "" && !segment.includes("{"));
  const items = schema && itemsPointer(document, schema, segments.at(-1) ?? "");
  if (schema === undefined || items === undefined) return undefined;
  const id = stringField(route.at.value, "operationId") ?? "";
  return {
    items,
    asked: [...queryOf(document, route), ...(isPost ? bodyOf(context, route) : [])],
    places: placesOf(document, schema, items),
    idTypes: idTypesOf(document, schema, items),
    hasLink: hasLinkHeader(context, route),
    isSearch:
      isPost &&
      words(`${segments.at(-1)} ${id}`).some((word) =>
        /^(?:search|query|list|find|filter|lookup)$/i.test(word),
      ),
  };
}

function queryOf(document: JsonObject, route: Route): readonly Asked[] {
  return route.parameters
    .filter(({ value }) => stringField(value, "in") === "query")
    .map((at) => askedBy(document, stringField(at.value, "name") ?? "", objectBelow(at, "schema")));
}

/** Fields of a JSON body, and of the objects in it that tell about pages. */
function bodyOf(context: Context, route: Route): readonly Asked[] {
  const { document } = context;
  const main = requestMediaOf(context, route)?.main;
  const schema = main && isJson(main.name) ? below(main.at, "schema") : undefined;
  return schema === undefined
    ? []
    : placesOf(document, schema, "").map(({ pointer }) => {
        const [found] = schemasAt(document, schema, pointer);
        return askedBy(document, pointer, found?.at);
      });
}

function askedBy(document: JsonObject, name: string, at: At<JsonValue> | undefined): Asked {
  const schema = at && withoutNull(document, at).value;
  const last = name.startsWith("/") ? name.slice(name.lastIndexOf("/")) : name;
  return {
    name,
    key: bare(last),
    types: typesOf(document, at),
    schema: isObject(schema) ? schema : {},
  };
}

/** Types of the ids of items, where all kinds of items have one. */
function idTypesOf(document: JsonObject, schema: At<JsonValue>, items: string): readonly string[] {
  const lists = items === "" ? [schema] : schemasAt(document, schema, items).map(({ at }) => at);
  const kinds = lists.flatMap((list) => {
    const item = below(withoutNull(document, list), "items");
    return item === undefined ? [] : alternativesOf(document, resolve(document, item));
  });
  const ids = kinds.map((kind) => flatten(document, kind)?.properties.get("id"));
  return ids.length > 0 && ids.every((one) => one?.required !== undefined)
    ? [...new Set(ids.flatMap((one) => typesOf(document, one?.at)))]
    : [];
}

function hasLinkHeader(context: Context, route: Route): boolean {
  return answersOf(context, route).some(
    ({ status, at }) =>
      isSuccess(status) &&
      Object.keys((field(at.value, "headers") ?? {}) as JsonObject).some(
        (name) => name.toLowerCase() === "link",
      ),
  );
}
