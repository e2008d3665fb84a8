import {
  type JsonObject,
  type JsonValue,
  listField,
  objectField,
  objectOf,
  operationsOfItem,
  sentPath,
  stringField,
  stringsField,
} from "@trunkline/document";
import { withoutEndSlashes } from "../end-slashes.ts";
import { type At, entriesBelow, objectBelow, resolveObject } from "./document.ts";
import { filledURL } from "./servers.ts";
import { tagging, tagsOf } from "./tags.ts";
import type { Variant } from "./variant.ts";

/** An operation as it stands in the document. */
export interface Route {
  /** `GET /programs`: its key in the lock. */
  readonly key: string;
  readonly httpMethod: string;
  readonly path: string;
  /** What of it is sent: with the query that it fixes, without its fragment. */
  readonly sent: string;
  readonly at: At<JsonObject>;
  /** Parameters, those of the path item included, resolved and without doubles. */
  readonly parameters: readonly At<JsonObject>[];
  readonly tags: readonly string[];
  /** What the first tag belongs to, outermost first (OpenAPI 3.2). */
  readonly tagParents: readonly string[];
  /** Address of a server of its own, its variables at their defaults. */
  readonly server: string | undefined;
  /** That server as the document has it. */
  readonly ownServer: JsonValue | undefined;
  /** Another form in which the same route can be called. */
  readonly variant?: Variant;
  /** The field of the body or the query that asks for a stream: never true where none is read, always true where one is. */
  readonly asks?: string;
}

/** Names in braces of a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string);
}

/** Key in the lock of a route in another form: `POST /files (sent as multipart/form-data)`. */
export function variantKey(key: string, { place, mediaType }: Variant): string {
  return `${key} (${place === "request" ? "sent" : "answered"} as ${mediaType})`;
}

/** All operations in document order. */
export function routesOf(document: JsonObject): Route[] {
  const tags = tagsOf(document);
  return entriesBelow({ value: document, pointer: [] }, "paths").flatMap(([path, item]) =>
    operationsOfItem(objectOf(item.value)).flatMap(({ method, keys }) => {
      const at = objectBelow(item, ...keys);
      if (at === undefined) return [];
      const ownServer = listField(at.value, "servers")[0] ?? listField(item.value, "servers")[0];
      const server = filledURL(ownServer);
      const parameters = parametersOf(document, item, at);
      return [
        {
          key: `${method} ${path}`,
          httpMethod: method,
          path,
          at,
          sent: sentTemplate(path, parameters),
          parameters,
          ...tagging(tags, stringsField(at.value, "tags")),
          server: server === undefined ? undefined : absolute(document, server),
          ownServer,
        },
      ];
    }),
  );
}

/** Of a pair whose value is a query parameter, that parameter writes it. */
function sentTemplate(template: string, parameters: readonly At<JsonObject>[]): string {
  const { path, query } = sentPath(template);
  const isParameter = (name: string | undefined): boolean =>
    parameters.some(({ value }) => value.in === "query" && value.name === name);
  const pairs = query.split("&").filter((pair) => {
    const [, name] = /^[^=]*=\{([^{}]+)\}$/.exec(pair) ?? [];
    return pair !== "" && !isParameter(name);
  });
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

/** A server of an operation's own; a relative one begins where the document's first does. */
function absolute(document: JsonObject, server: string): string | undefined {
  const base = filledURL(listField(document, "servers")[0]);
  const text = URL.canParse(server, base) ? withoutEndSlashes(new URL(server, base).href) : undefined;
  return base !== undefined && text === withoutEndSlashes(base) ? undefined : text;
}

/** Header parameters with these names mean nothing, says OpenAPI: other parts of the document describe them. */
const ignoredHeaders = ["accept", "content-type", "authorization"];

function parametersOf(document: JsonObject, item: At<unknown>, operation: At<JsonObject>): At<JsonObject>[] {
  const found = new Map<string, At<JsonObject>>();
  for (const owner of [item, operation]) {
    const count = listField(owner.value, "parameters").length;
    for (let index = 0; index < count; index++) {
      const parameter = resolveObject(document, objectBelow(owner, "parameters", index));
      const name = stringField(parameter?.value, "name");
      const place = stringField(parameter?.value, "in");
      if (parameter === undefined || name === undefined || place === undefined) continue;
      if (place === "header" && ignoredHeaders.includes(name.toLowerCase())) continue;
      found.set(`${place} ${name}`, parameter);
    }
  }
  return [...found.values()];
}

/** The media type of a body or an answer that a client prefers, and its object. */
export function mediaTypesOf(
  owner: At<JsonObject>,
): { readonly name: string; readonly at: At<JsonObject> }[] {
  return Object.keys(objectField(owner.value, "content") ?? {}).flatMap((name) => {
    const at = objectBelow(owner, "content", name);
    return at === undefined ? [] : [{ name, at }];
  });
}

/** A media type without its parameters, in small letters. */
export function bareMediaType(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

export function isJson(mediaType: string): boolean {
  return /^application\/json$|\+json$|^text\/json$/.test(bareMediaType(mediaType));
}
