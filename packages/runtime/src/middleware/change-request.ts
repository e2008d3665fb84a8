import { readOptions } from "../arguments/read-options.ts";
import { UsageError } from "../errors/usage-error.ts";
import { putHeaders } from "../headers.ts";
import { type CallRequest, contextOf } from "../layer.ts";
import type { HeaderValues, QueryValues } from "../options.ts";
import { serializeQuery } from "../parameters/address.ts";
import { describeValue, isRecord } from "../values/plain.ts";
import { type OwnFields, splitQuery } from "./own-fields.ts";
import type { MiddlewareRequest } from "./types.ts";

/** The request with what middleware changed of it. @throws {UsageError} for what is not its own to change */
export function changeRequest(
  request: CallRequest,
  view: MiddlewareRequest,
  given: unknown,
  fields: OwnFields,
  who: string,
): CallRequest {
  if (given === undefined) return request;
  const refuse = (what: string): never => {
    throw new UsageError(`${who} ${what}`, contextOf(request.facts));
  };
  const names = [...Object.keys(view), "query"];
  const changes = readOptions(given as MiddlewareRequest, { owner: `next() of ${who}`, names });
  const { headers, query, ...others } = changes as Record<string, unknown>;
  for (const name of Object.keys(others)) {
    const value = others[name];
    if (value === undefined || value === view[name as keyof MiddlewareRequest]) continue;
    if (name === "url" && originOf(value) !== originOf(view.url)) {
      refuse("changed the origin of the request, which the client's credentials are bound to.");
    }
    refuse(`changed ${name} of the request; header fields and query are all that it can change.`);
  }
  return {
    ...request,
    headers: headersWith(request, view, headers as HeaderValues | undefined, fields, refuse),
    url: query === undefined ? request.url : urlWith(request, query as QueryValues, fields, refuse),
  };
}

type Refuse = (what: string) => never;

function headersWith(
  request: CallRequest,
  view: MiddlewareRequest,
  given: HeaderValues | undefined,
  { isOwn }: OwnFields,
  refuse: Refuse,
): CallRequest["headers"] {
  const headers = { ...request.headers };
  for (const [name, value] of Object.entries(putHeaders({}, given))) {
    if (value === view.headers[name]) continue;
    if (isOwn(name))
      refuse(
        `set the header field "${name}", which the client itself sets; options of the client change it.`,
      );
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  return headers;
}

function urlWith(
  { url, facts }: CallRequest,
  query: QueryValues,
  { isSecretQuery }: OwnFields,
  refuse: Refuse,
): string {
  if (!isRecord(query)) return refuse(`gave a query that is ${describeValue(query)}; an object is expected.`);
  const own = Object.keys(query).find(isSecretQuery);
  if (own !== undefined) refuse(`set the query field "${own}", which carries a credential.`);
  const written = serializeQuery(query, facts.operation.query);
  const replaced = (name: string): boolean => Object.hasOwn(query, name) && query[name] !== undefined;
  const { rest } = splitQuery(url, replaced);
  return written ? `${rest}${rest.includes("?") ? "&" : "?"}${written}` : rest;
}

function originOf(url: unknown): string | undefined {
  try {
    return new URL(url as string).origin;
  } catch {
    return undefined;
  }
}
