import { field, type JsonObject, type Pagination, stringField } from "@trunkline/document";
import { answersOf, isSuccess } from "../answer-media.ts";
import type { Context } from "../context.ts";
import { objectBelow } from "../document.ts";
import { jsonSchemaOf } from "../result.ts";
import type { Route } from "../routes.ts";
import { bare, itemsPointer, type Place, placesOf, typesOf } from "./answer-places.ts";

/** A pagination that nobody wrote down, as `x-trunkline` would say it, and what speaks for it. */
export interface PaginationGuess {
  readonly definition: Pagination;
  readonly reason: string;
}

interface Evidence {
  readonly items: string;
  readonly query: readonly {
    readonly name: string;
    readonly key: string;
    readonly types: readonly string[];
  }[];
  readonly places: readonly Place[];
  readonly hasLink: boolean;
}

/**
 * How a list is walked, where parameters and answer say so together; `undefined` where one of them leaves room for
 * doubt, because a walk by the wrong rule repeats or loses items.
 */
export function guessPagination(context: Context, route: Route): PaginationGuess | undefined {
  if (route.httpMethod !== "GET") return undefined;
  const schema = jsonSchemaOf(context, route);
  const items = schema && itemsPointer(context.document, schema);
  if (schema === undefined || items === undefined) return undefined;
  const evidence: Evidence = {
    items,
    query: route.parameters
      .filter(({ value }) => stringField(value, "in") === "query")
      .map((at) => {
        const name = stringField(at.value, "name") ?? "";
        return { name, key: bare(name), types: typesOf(context.document, objectBelow(at, "schema")) };
      }),
    places: placesOf(context.document, schema),
    hasLink: hasLinkHeader(context, route),
  };
  return (
    byCursor(evidence) ?? byAddress(evidence) ?? byPage(evidence) ?? byOffset(evidence) ?? byLink(evidence)
  );
}

const cursorKeys =
  /^(?:page|pagination|next|start|starting|continuation|scroll)?(?:cursor|token|after|afterid|marker)$|^(?:cursor|page)(?:after|next|token|cursor)$|^scrollid$/;
const nextKeys =
  /^next(?:page)?(?:cursor|token|marker|after)$|^(?:next|continuation|pagination)token$|^cursornext$|^cursorsafter$/;
const moreKeys = /^(?:has|is)?(?:more|next)(?:pages?|results|items|data)?$|^hasnextpage$/;
const totalKeys = /^total(?:count|items|results|records|elements|size)?$|^(?:item|result|record)stotal$/;
const limitKeys = /^(?:limit|perpage|pagesize|pagelimit|size|take|top|maxresults|maxitems|count|first)$/;

function byCursor({ items, query, places }: Evidence): PaginationGuess | undefined {
  const cursor = query.find(({ key, types }) => cursorKeys.test(key) && takes(types, "string"));
  if (cursor === undefined) return undefined;
  const tokens = places.filter(({ types, isAddress }) => takes(types, "string") && !isAddress);
  const more = booleanAt(places);
  const next =
    tokens.find(({ key }) => nextKeys.test(key)) ??
    // The same name in question and answer, and `next` beside a cursor, mean the next one.
    tokens.find(({ key }) => key === "next" || (key === cursor.key && cursor.key !== "after")) ??
    // Where the cursor is the id of the last item, only the vendor can tell that there is no other.
    (more && tokens.find(({ key }) => key === "endcursor" || (key === "lastid" && /after/.test(cursor.key))));
  if (next === undefined) return undefined;
  const response = {
    next: next.pointer,
    ...(more && /^(?:endcursor|lastid)$/.test(next.key) ? { more: more.pointer } : {}),
  };
  return {
    definition: { style: "cursor", items, request: { cursor: cursor.name, ...limitOf(query) }, response },
    reason: `the parameter ${cursor.name} takes what the answer has at ${next.pointer}`,
  };
}

function byAddress({ items, query, places }: Evidence): PaginationGuess | undefined {
  const next = places.find(
    ({ key, types, isAddress }) =>
      takes(types, "string") &&
      (isAddress
        ? /^next(?:page|href|link)?(?:ur[il])?$/.test(key)
        : /^nexth?(?:ref|ur[il]|link)$|^nextpageur[il]$/.test(key)),
  );
  // Its query fields must be ones that the operation knows.
  const paged = query.find(({ key }) => pageKeys.test(key) || offsetKeys.test(key) || cursorKeys.test(key));
  if (next === undefined || paged === undefined) return undefined;
  return {
    definition: { style: "link", items, ...requestLimit(query), response: { next: next.pointer } },
    reason: `the answer has the next page's address at ${next.pointer}`,
  };
}

const pageKeys = /^(?:page|currentpage)(?:number|no|num|index)?$/;

function byPage({ items, query, places, hasLink }: Evidence): PaginationGuess | undefined {
  const page = query.find(({ key, types }) => pageKeys.test(key) && isWhole(types));
  if (page === undefined) return undefined;
  const more = booleanAt(places);
  const total = numberAt(places, totalKeys);
  const number = numberAt(places, /^(?:page|currentpage)(?:number)?$/);
  const limit = limitOf(query);
  // A page number alone could be that of a book.
  const supports =
    [more, total, number].some((one) => one !== undefined) || limit.limit !== undefined || hasLink;
  if (!supports) return undefined;
  return {
    definition: {
      style: "page",
      items,
      request: { page: page.name, ...limit },
      ...response({ more: more?.pointer, total: total?.pointer, page: number?.pointer }),
    },
    reason: `the parameter ${page.name} counts pages of the list${items === "" ? "" : ` at ${items}`}`,
  };
}

const offsetKeys = /^(?:page)?(?:offset|skip)$/;

function byOffset({ items, query, places }: Evidence): PaginationGuess | undefined {
  const offset = query.find(({ key, types }) => offsetKeys.test(key) && isWhole(types));
  const limit = limitOf(query);
  if (offset === undefined || limit.limit === undefined) return undefined;
  return {
    definition: {
      style: "offset",
      items,
      request: { offset: offset.name, ...limit },
      ...response({ total: numberAt(places, totalKeys)?.pointer }),
    },
    reason: `the parameters ${offset.name} and ${limit.limit} cut the list${items === "" ? "" : ` at ${items}`}`,
  };
}

function byLink({ items, query, hasLink }: Evidence): PaginationGuess | undefined {
  const paged = query.find(({ key }) => cursorKeys.test(key) || pageKeys.test(key) || offsetKeys.test(key));
  if (!hasLink || paged === undefined) return undefined;
  return {
    definition: { style: "link", items, ...requestLimit(query) },
    reason: `the answer has a Link header, and the parameter ${paged.name} chooses a page`,
  };
}

function limitOf(query: Evidence["query"]): { readonly limit?: string } {
  const found = query.find(
    ({ key, types }) => limitKeys.test(key.replace(/^page(?=limit|size)/, "")) && isWhole(types),
  );
  return found === undefined ? {} : { limit: found.name };
}

function requestLimit(query: Evidence["query"]): { readonly request?: { readonly limit: string } } {
  const { limit } = limitOf(query);
  return limit === undefined ? {} : { request: { limit } };
}

function response<Key extends string>(
  pointers: Readonly<Record<Key, string | undefined>>,
): { readonly response?: { readonly [key in Key]?: string } } {
  const known = Object.entries(pointers).filter(([, pointer]) => pointer !== undefined);
  return known.length === 0
    ? {}
    : { response: Object.fromEntries(known) as { readonly [key in Key]?: string } };
}

function booleanAt(places: readonly Place[]): Place | undefined {
  return places.find(({ key, types }) => moreKeys.test(key) && types.includes("boolean"));
}

function numberAt(places: readonly Place[], keys: RegExp): Place | undefined {
  return places.find(
    ({ key, types }) => keys.test(key) && (types.includes("integer") || types.includes("number")),
  );
}

function takes(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.includes(type) || (type === "string" && types.includes("integer"));
}

function isWhole(types: readonly string[]): boolean {
  return types.includes("integer") || types.includes("number");
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
