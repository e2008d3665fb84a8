import type { Pagination } from "@trunkline/document";
import type { Context } from "../context.ts";
import type { Route } from "../routes.ts";
import type { Place } from "./answer-places.ts";
import { type Asked, type Evidence, evidenceOf } from "./page-evidence.ts";

/** A pagination that nobody wrote down, as `x-trunkline` would say it, and what speaks for it. */
export interface PaginationGuess {
  readonly definition: Pagination;
  readonly reason: string;
}

/**
 * How a list is walked, where request and answer say so together; `undefined` where one of them leaves room for
 * doubt, because a walk by the wrong rule repeats or loses items.
 */
export function guessPagination(context: Context, route: Route): PaginationGuess | undefined {
  const evidence = evidenceOf(context, route);
  return (
    evidence &&
    (byCursor(evidence) ??
      byAddress(evidence) ??
      byLastItem(evidence) ??
      byPage(evidence) ??
      byOffset(evidence) ??
      byLink(evidence))
  );
}

/** Without a token by that name alone: it may as well say who asks. */
const cursorKeys =
  /^(?!token$)(?:page|pagination|next|start|starting|continuation|continue|scroll)?(?:cursor|token|after|afterid|marker)$|^(?:cursor|page)(?:after|next|token|cursor)$|^(?:scrollid|iterator|next|continue|continuation|bookmark)$/;
const nextKeys =
  /^next(?:page)?(?:cursor|token|marker|after|iterator|bookmark)$|^(?:next|continuation|continue|pagination)token$|^cursornext$|^cursorsafter$/;
const moreKeys = /^(?:has|is)?(?:more|next)(?:pages?|results|items|data)?$|^hasnextpage$/;
const doneKeys = /^(?:is)?(?:done|last|lastpage|end|endoflist|finished)$/;
const totalKeys = /^total(?:count|items|results|records|elements|size)?$|^(?:item|result|record)stotal$/;
const pagesKeys = /^(?:total|num|numberof)pages$|^pages?(?:count|total)$|^lastpage$/;
const limitKeys = /^(?:limit|perpage|pagesize|pagelimit|size|take|top|maxresults|maxitems|count|first)$/;

function byCursor(evidence: Evidence): PaginationGuess | undefined {
  const { items, asked, places } = evidence;
  const tokens = places.filter(({ types, isAddress }) => takes(types, "string") && !isAddress);
  const texts = asked.filter(({ types }) => takes(types, "string"));
  // One that the answer names is meant before all others.
  const named = texts.filter((one) => namedNext(one, tokens) !== undefined);
  for (const cursor of [...named, ...texts]) {
    const next = nextOf(cursor, tokens, evidence);
    if (next === undefined) continue;
    // Where the answer names a cursor on its last page too, it says besides that it is the last.
    const ends = next.key === "endcursor" || next.key === "lastid" || next.key === cursor.key;
    return {
      definition: {
        style: "cursor",
        items,
        request: { cursor: cursor.name, ...limitOf(asked) },
        response: { next: next.pointer, ...(ends ? endOf(places) : {}) },
      },
      reason: `${nameOf(cursor)} takes what the answer has at ${next.pointer}`,
    };
  }
  return undefined;
}

/** Where an answer has the next value of a field of the request, by its name. */
function namedNext({ key }: Asked, tokens: readonly Place[]): Place | undefined {
  return tokens.find((one) => one.key === `next${key}` || one.key === `nextpage${key}`);
}

/** Where an answer has what a field of the request takes for the next page. */
function nextOf(asked: Asked, tokens: readonly Place[], { places }: Evidence): Place | undefined {
  const { key, types } = asked;
  const isCursor = cursorKeys.test(key);
  const nextToken = namedNext(asked, tokens);
  const isCounted =
    isWhole(types) &&
    (pageKeys.test(key) || offsetKeys.test(key)) &&
    [numberAt(places, totalKeys), numberAt(places, pagesKeys), booleanAt(places, moreKeys)].some(Boolean);
  // What is counted is walked by its numbers, so that pages can be asked for beside each other.
  if (!isCursor) return isCounted ? undefined : nextToken;
  return (
    nextToken ??
    tokens.find((one) => nextKeys.test(one.key)) ??
    // The same name in question and answer, and `next` beside a cursor, mean the next one.
    tokens.find((one) => one.key === "next" || (one.key === key && key !== "after")) ??
    // Where the cursor is the id of the last item, only the vendor can tell that there is no other.
    (Object.keys(endOf(places)).length > 0
      ? tokens.find((one) => one.key === "endcursor" || (one.key === "lastid" && /after/.test(key)))
      : undefined)
  );
}

/** What services put into a next link, which clients are to take as it is (OData 4.01, 11.2.6.7), and seldom document. */
const fieldsOfOData: readonly string[] = ["$skiptoken", "$skip"];

function byAddress({ items, asked, places }: Evidence): PaginationGuess | undefined {
  const isOData = ({ pointer }: Place): boolean => pointer.endsWith("/@odata.nextLink");
  const next = places.find(
    (one) =>
      takes(one.types, "string") &&
      (isOData(one) ||
        (one.isAddress
          ? /^next(?:page|href|link)?(?:ur[il])?$/.test(one.key)
          : /^nexth?(?:ref|ur[il]|link)$|^nextpageur[il]$/.test(one.key))),
  );
  // Its query fields must be ones that the operation knows.
  const query = queryOf(asked);
  const paged = query.find(({ key }) => pageKeys.test(key) || offsetKeys.test(key) || cursorKeys.test(key));
  const fields = next !== undefined && isOData(next) ? fieldsOfOData : [];
  if (next === undefined || (paged === undefined && fields.length === 0)) return undefined;
  const request = { ...limitOf(query), ...(fields.length > 0 ? { fields } : {}) };
  const asking = Object.keys(request).length > 0 ? { request } : {};
  return {
    definition: { style: "link", items, ...asking, response: { next: next.pointer } },
    reason: `the answer has the next page's address at ${next.pointer}`,
  };
}

const afterKeys = /^(?:start(?:ing)?)?after(?:id)?$|^lastid$/;

/** An item's own id, and a word of the vendor about the end: without it, a place and a point in time look alike. */
function byLastItem({ items, asked, places, idTypes }: Evidence): PaginationGuess | undefined {
  const end = endOf(places);
  const after = asked.find(
    ({ key, types, schema }) =>
      afterKeys.test(key) &&
      schema.format !== "date-time" &&
      schema.format !== "date" &&
      (types.length === 0 || types.some((type) => idTypes.includes(type))),
  );
  if (after === undefined || idTypes.length === 0 || Object.keys(end).length === 0) return undefined;
  return {
    definition: {
      style: "lastItem",
      items,
      request: { after: after.name, ...limitOf(asked) },
      response: { itemId: "/id", ...end },
    },
    reason: `${nameOf(after)} takes the id of an item, and the answer says whether there are more`,
  };
}

const pageKeys = /^(?:page|currentpage)(?:number|no|num|index)?$/;

function byPage({ items, asked, places, hasLink, isSearch }: Evidence): PaginationGuess | undefined {
  const page = asked.find(({ key, types }) => pageKeys.test(key) && isWhole(types));
  if (page === undefined) return undefined;
  const end = endOf(places);
  const total = numberAt(places, totalKeys);
  const isFromZero = (page.schema.default ?? page.schema.minimum) === 0;
  const pages = numberAt(places, isFromZero ? /^(?!lastpage$)/ : /^/, pagesKeys);
  const number = numberAt(
    places,
    pages ? /^(?:(?:current)?page(?:number|no|index)?|number)$/ : /^(?:current)?page(?:number|no|index)?$/,
  );
  const limit = limitOf(asked);
  const told = [total, pages, ...Object.values(end)].some((one) => one !== undefined);
  // A page number alone could be that of a book.
  const supports = told || number !== undefined || limit.limit !== undefined || hasLink;
  if (!supports || (page.name.startsWith("/") && !(isSearch && told))) return undefined;
  return {
    definition: {
      style: "page",
      items,
      request: { page: page.name, ...(isFromZero ? { first: 0 } : {}), ...limit },
      ...response({ ...end, total: total?.pointer, pages: pages?.pointer, page: number?.pointer }),
    },
    reason: `${nameOf(page)} counts pages of the list${items === "" ? "" : ` at ${items}`}`,
  };
}

const offsetKeys = /^(?:page)?(?:offset|skip)$|^(?:start|startat|from|startindex|firstresult|skipcount)$/;

function byOffset({ items, asked, places, isSearch }: Evidence): PaginationGuess | undefined {
  const offset = asked.find(
    ({ key, types, schema }) =>
      offsetKeys.test(key) &&
      isWhole(types) &&
      // Some count from 1, and `start` says nothing of it.
      ((schema.default ?? schema.minimum) === 0 ||
        (/offset$|skip$/.test(key) && (schema.default ?? schema.minimum) === undefined)),
  );
  const limit = limitOf(asked);
  const total = numberAt(places, totalKeys);
  if (offset === undefined || limit.limit === undefined) return undefined;
  if (offset.name.startsWith("/") && !(isSearch && total !== undefined)) return undefined;
  return {
    definition: {
      style: "offset",
      items,
      request: { offset: offset.name, ...limit },
      ...response({ total: total?.pointer }),
    },
    reason: `${nameOf(offset)} and ${limit.limit} cut the list${items === "" ? "" : ` at ${items}`}`,
  };
}

function byLink({ items, asked, hasLink }: Evidence): PaginationGuess | undefined {
  const query = queryOf(asked);
  const paged = query.find(({ key }) => cursorKeys.test(key) || pageKeys.test(key) || offsetKeys.test(key));
  if (!hasLink || paged === undefined) return undefined;
  return {
    definition: { style: "link", items, ...requestLimit(query) },
    reason: `the answer has a Link header, and ${nameOf(paged)} chooses a page`,
  };
}

function nameOf({ name }: Asked): string {
  return name.startsWith("/") ? `the body's ${name}` : `the parameter ${name}`;
}

/** Links carry fields of the query alone. */
function queryOf(asked: readonly Asked[]): readonly Asked[] {
  return asked.filter(({ name }) => !name.startsWith("/"));
}

function limitOf(asked: readonly Asked[]): { readonly limit?: string } {
  const found = asked.find(
    ({ key, types }) => limitKeys.test(key.replace(/^page(?=limit|size)/, "")) && isWhole(types),
  );
  return found === undefined ? {} : { limit: found.name };
}

function requestLimit(asked: readonly Asked[]): { readonly request?: { readonly limit: string } } {
  const { limit } = limitOf(asked);
  return limit === undefined ? {} : { request: { limit } };
}

/** Where an answer says whether there is more, one way or the other. */
function endOf(places: readonly Place[]): { readonly more?: string; readonly done?: string } {
  const more = booleanAt(places, moreKeys);
  const done = booleanAt(places, doneKeys);
  return more ? { more: more.pointer } : done ? { done: done.pointer } : {};
}

function response<Key extends string>(
  pointers: Readonly<Partial<Record<Key, string | undefined>>>,
): { readonly response?: { readonly [key in Key]?: string } } {
  const known = Object.entries(pointers).filter(([, pointer]) => pointer !== undefined);
  return known.length === 0
    ? {}
    : { response: Object.fromEntries(known) as { readonly [key in Key]?: string } };
}

function booleanAt(places: readonly Place[], keys: RegExp): Place | undefined {
  return places.find(({ key, types }) => keys.test(key) && types.includes("boolean"));
}

function numberAt(places: readonly Place[], ...keys: readonly RegExp[]): Place | undefined {
  return places.find(({ key, types }) => keys.every((one) => one.test(key)) && isWhole(types));
}

function takes(types: readonly string[], type: string): boolean {
  return types.length === 0 || types.includes(type) || (type === "string" && types.includes("integer"));
}

function isWhole(types: readonly string[]): boolean {
  return types.includes("integer") || types.includes("number");
}
