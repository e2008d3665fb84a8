import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkDocument } from "../src/check/check-document.ts";
import { buildModel } from "../src/model/build.ts";
import type { Model } from "../src/model/types.ts";
import { read } from "./support/documents.ts";
import { modelOf } from "./support/emit.ts";
import { typeCheck } from "./support/type-check.ts";

interface Row {
  /** `name: type` of the query; a type with more than its name in braces. */
  readonly query: string;
  /** Path and method. @default GET /things */
  readonly route?: string;
  /** Properties of a JSON body. */
  readonly body?: string;
  /** Properties of the answer; a bare list where it is none. */
  readonly answer: string;
  readonly headers?: string;
  /** The `x-trunkline` pagination that is guessed; `undefined` = the answer is given whole. */
  readonly want: string | undefined;
}

const list = "{ type: array, items: { $ref: '#/components/schemas/Thing' } }";
const text = "{ type: string }";
const orNull = '{ type: [string, "null"] }';
const url = '{ type: [string, "null"], format: uri }';

const rows: [name: string, row: Row][] = [
  [
    "a cursor and next_cursor",
    {
      query: "cursor: string, limit: integer",
      answer: `{ items: ${list}, next_cursor: ${orNull} }`,
      want: "{ style: cursor, items: /items, request: { cursor: cursor, limit: limit }, response: { next: /next_cursor } }",
    },
  ],
  [
    "a token that says who asks, before the cursor that the answer names",
    {
      query: "token: string, cursor: string, limit: integer",
      answer: `{ resources: ${list}, response_metadata: { type: object, properties: { next_cursor: ${text} } } }`,
      want: "{ style: cursor, items: /resources, request: { cursor: cursor, limit: limit }, response: { next: /response_metadata/next_cursor } }",
    },
  ],
  [
    "another cursor, before the one that the answer names",
    {
      query: "after: string, page_token: string",
      answer: `{ items: ${list}, next_page_token: ${text} }`,
      want: "{ style: cursor, items: /items, request: { cursor: page_token }, response: { next: /next_page_token } }",
    },
  ],
  [
    "a token alone, which may say who asks",
    { query: "token: string", answer: `{ items: ${list}, next_cursor: ${text} }`, want: undefined },
  ],
  [
    "a token in question and answer, which may be that of a session",
    { query: "token: string, limit: integer", answer: `{ items: ${list}, token: ${text} }`, want: undefined },
  ],
  [
    "a token beside a Link header",
    {
      query: "token: string",
      answer: list,
      headers: "{ Link: { schema: { type: string } } }",
      want: undefined,
    },
  ],
  [
    "a token and the next one",
    {
      query: "token: string",
      answer: `{ items: ${list}, next_token: ${text} }`,
      want: "{ style: cursor, items: /items, request: { cursor: token }, response: { next: /next_token } }",
    },
  ],
  [
    "pageToken and nextPageToken",
    {
      query: "pageToken: string, pageSize: integer",
      answer: `{ files: ${list}, nextPageToken: ${text} }`,
      want: "{ style: cursor, items: /files, request: { cursor: pageToken, limit: pageSize }, response: { next: /nextPageToken } }",
    },
  ],
  [
    "OData's next link, whose fields are its own",
    {
      query: "$top: integer, $filter: string",
      answer: `{ value: ${list}, "@odata.nextLink": ${text} }`,
      want: '{ style: link, items: /value, request: { limit: $top, fields: [$skiptoken, $skip] }, response: { next: "/@odata.nextLink" } }',
    },
  ],
  [
    "OData's next link, with $skip as a parameter",
    {
      query: "$skip: integer, $select: string",
      answer: `{ value: ${list}, "@odata.nextLink": ${orNull} }`,
      want: '{ style: link, items: /value, request: { fields: [$skiptoken, $skip] }, response: { next: "/@odata.nextLink" } }',
    },
  ],
  [
    "a next link of somebody else's, without a field that it could have",
    { query: "filter: string", answer: `{ value: ${list}, nextLink: ${url} }`, want: undefined },
  ],
  [
    "a cursor in an envelope of metadata",
    {
      query: "starting_after: string, page_size: integer",
      answer: `{ data: ${list}, meta: { type: object, properties: { next_cursor: { anyOf: [${text}, { type: "null" }] } } } }`,
      want: "{ style: cursor, items: /data, request: { cursor: starting_after, limit: page_size }, response: { next: /meta/next_cursor } }",
    },
  ],
  [
    "endCursor with hasNextPage",
    {
      query: "after: string, first: integer",
      answer: `{ nodes: ${list}, pageInfo: { type: object, properties: { endCursor: ${orNull}, hasNextPage: { type: boolean } } } }`,
      want: "{ style: cursor, items: /nodes, request: { cursor: after, limit: first }, response: { next: /pageInfo/endCursor, more: /pageInfo/hasNextPage } }",
    },
  ],
  [
    "an endCursor that comes on the last page too",
    {
      query: "after: string, first: integer",
      answer: `{ nodes: ${list}, pageInfo: { type: object, properties: { endCursor: ${orNull} } } }`,
      want: undefined,
    },
  ],
  [
    "the id of the last item, where the answer says whether there are more",
    {
      query: "after_id: string, limit: integer",
      answer: `{ data: ${list}, last_id: ${orNull}, has_more: { type: boolean } }`,
      want: "{ style: cursor, items: /data, request: { cursor: after_id, limit: limit }, response: { next: /last_id, more: /has_more } }",
    },
  ],
  [
    "the id of the last item alone",
    {
      query: "after: string, limit: integer",
      answer: `{ data: ${list}, last_id: ${orNull} }`,
      want: undefined,
    },
  ],
  [
    "the id of the last item itself",
    {
      query: "starting_after: string, ending_before: string, limit: integer",
      answer: `{ object: ${text}, data: ${list}, has_more: { type: boolean }, url: ${text} }`,
      want: "{ style: lastItem, items: /data, request: { after: starting_after, limit: limit }, response: { itemId: /id, more: /has_more } }",
    },
  ],
  [
    "the id of the last item, of a bare name, where the answer says that it is the last page",
    {
      query: "after: string",
      answer: `{ things: ${list}, meta: { type: object, properties: { isLastPage: { type: boolean } } } }`,
      want: "{ style: lastItem, items: /things, request: { after: after }, response: { itemId: /id, done: /meta/isLastPage } }",
    },
  ],
  [
    "an item's id without a word about the end",
    { query: "starting_after: string", answer: `{ data: ${list} }`, want: undefined },
  ],
  [
    "a point in time",
    {
      query: "after: { type: string; format: date-time }",
      answer: `{ data: ${list}, has_more: { type: boolean } }`,
      want: undefined,
    },
  ],
  [
    "items without an id",
    {
      query: "after: string",
      answer: `{ data: { type: array, items: { type: object, properties: { name: ${text} } } }, has_more: { type: boolean } }`,
      want: undefined,
    },
  ],
  [
    "an id of another type than what is asked for",
    {
      query: "after: integer",
      answer: `{ data: ${list}, has_more: { type: boolean } }`,
      want: undefined,
    },
  ],
  [
    "an offset that the vendor gives",
    {
      query: "offset: string, limit: integer",
      answer: `{ data: ${list}, next_page: { type: object, nullable: true, properties: { offset: ${text}, path: ${text}, uri: ${url} } } }`,
      want: "{ style: cursor, items: /data, request: { cursor: offset, limit: limit }, response: { next: /next_page/offset } }",
    },
  ],
  [
    "a start that the vendor gives, beside a last page",
    {
      query: "start: integer, limit: integer",
      answer: `{ values: ${list}, size: { type: integer }, isLastPage: { type: boolean }, nextPageStart: { type: [integer, "null"] } }`,
      want: "{ style: cursor, items: /values, request: { cursor: start, limit: limit }, response: { next: /nextPageStart } }",
    },
  ],
  [
    "an iterator that says when it is done",
    {
      query: "iterator: string, limit: integer",
      answer: `{ data: ${list}, iterator: ${orNull}, prevIterator: ${orNull}, done: { type: boolean } }`,
      want: "{ style: cursor, items: /data, request: { cursor: iterator, limit: limit }, response: { next: /iterator, done: /done } }",
    },
  ],
  [
    "next, in an object of its own, and items of another name",
    {
      query: "next: string, limit: integer",
      route: "GET /models",
      answer: `{ models: ${list}, pagination: { type: object, properties: { next: ${orNull} } } }`,
      want: "{ style: cursor, items: /models, request: { cursor: next, limit: limit }, response: { next: /pagination/next } }",
    },
  ],
  [
    "continue, in metadata",
    {
      query: "continue: string, limit: integer, watch: boolean",
      answer: `{ kind: ${text}, items: ${list}, metadata: { allOf: [{ type: object, properties: { continue: ${text}, remainingItemCount: { type: integer } } }] } }`,
      want: "{ style: cursor, items: /items, request: { cursor: continue, limit: limit }, response: { next: /metadata/continue } }",
    },
  ],
  [
    "a cursor three levels down",
    {
      query: "starting_after: string, per_page: integer",
      answer: `{ type: ${text}, data: ${list}, pages: { type: object, properties: { next: { type: [object, "null"], properties: { starting_after: ${orNull} } }, total_pages: { type: integer } } } }`,
      want: "{ style: cursor, items: /data, request: { cursor: starting_after, limit: per_page }, response: { next: /pages/next/starting_after } }",
    },
  ],
  [
    "a cursor beside the items, in the object that holds both",
    {
      query: "page_token: string, page_size: integer",
      answer: `{ code: { type: integer }, data: { type: object, properties: { items: ${list}, next_page_token: ${text} } } }`,
      want: "{ style: cursor, items: /data/items, request: { cursor: page_token, limit: page_size }, response: { next: /data/next_page_token } }",
    },
  ],
  [
    "HAL",
    {
      query: "page: integer, size: integer",
      answer: `{ _embedded: { type: object, properties: { orders: ${list} } }, _links: { type: object, properties: { self: { type: object, properties: { href: ${text} } }, next: { type: object, properties: { href: ${text}, templated: { type: boolean } } } } }, total_pages: { type: integer } }`,
      want: "{ style: link, items: /_embedded/orders, request: { limit: size }, response: { next: /_links/next/href } }",
    },
  ],
  [
    "HAL whose links lead to fields that nobody knows",
    {
      query: "sort: string",
      answer: `{ _embedded: { type: object, properties: { orders: ${list} } }, _links: { type: object, properties: { next: { type: object, properties: { href: ${text} } } } } }`,
      want: undefined,
    },
  ],
  [
    "an address that its example shows",
    {
      query: "cursor: string",
      answer: `{ results: ${list}, next: { type: string, example: "https://a.test/things?cursor=abc" } }`,
      want: "{ style: link, items: /results, response: { next: /next } }",
    },
  ],
  [
    "a cursor in the body of a POST",
    {
      query: "expand: string",
      route: "POST /things/query",
      body: "{ start_cursor: { type: string }, page_size: { type: integer }, filter: { type: object } }",
      answer: `{ results: ${list}, next_cursor: ${orNull}, has_more: { type: boolean } }`,
      want: "{ style: cursor, items: /results, request: { cursor: /start_cursor, limit: /page_size }, response: { next: /next_cursor } }",
    },
  ],
  [
    "a cursor deeper in the body of a POST",
    {
      query: "expand: string",
      route: "POST /things/search",
      body: "{ paging: { type: object, properties: { after: { type: string }, limit: { type: integer } } } }",
      answer: `{ results: ${list}, paging: { type: object, properties: { next: { type: object, properties: { after: ${text}, link: ${text} } } } } }`,
      want: "{ style: cursor, items: /results, request: { cursor: /paging/after, limit: /paging/limit }, response: { next: /paging/next/after } }",
    },
  ],
  [
    "an offset in the body of a search",
    {
      query: "expand: string",
      route: "POST /things/search",
      body: "{ q: { type: string }, offset: { type: integer }, limit: { type: integer } }",
      answer: `{ hits: ${list}, total: { type: integer } }`,
      want: "{ style: offset, items: /hits, request: { offset: /offset, limit: /limit }, response: { total: /total } }",
    },
  ],
  [
    "page and limit in the body of what creates",
    {
      query: "expand: string",
      route: "POST /things",
      body: "{ page: { type: integer }, limit: { type: integer } }",
      answer: `{ data: ${list}, total: { type: integer } }`,
      want: undefined,
    },
  ],
  [
    "changes in three lists",
    {
      query: "expand: string",
      route: "POST /things/sync",
      body: "{ cursor: { type: string } }",
      answer: `{ added: ${list}, modified: ${list}, removed: ${list}, next_cursor: ${text}, has_more: { type: boolean } }`,
      want: undefined,
    },
  ],
  [
    "pages from 0, with all that the answer says",
    {
      query: "page: { type: integer; default: 0 }, size: { type: integer; default: 20 }",
      answer: `{ content: ${list}, number: { type: integer }, totalPages: { type: integer }, totalElements: { type: integer }, first: { type: boolean }, last: { type: boolean } }`,
      want: "{ style: page, items: /content, request: { page: page, first: 0, limit: size }, response: { done: /last, total: /totalElements, pages: /totalPages, page: /number } }",
    },
  ],
  [
    "pages by their number",
    {
      query: "page: { type: integer; minimum: 1 }, per_page: integer",
      answer: `{ data: ${list}, meta: { type: object, properties: { current_page: { type: integer }, last_page: { type: integer } } } }`,
      want: "{ style: page, items: /data, request: { page: page, limit: per_page }, response: { pages: /meta/last_page, page: /meta/current_page } }",
    },
  ],
  [
    "a start from 0",
    {
      query: "startAt: { type: integer; default: 0 }, maxResults: integer",
      answer: `{ issues: ${list}, total: { type: integer }, names: { type: object } }`,
      want: "{ style: offset, items: /issues, request: { offset: startAt, limit: maxResults }, response: { total: /total } }",
    },
  ],
  [
    "a start that may be from 1",
    {
      query: "startIndex: integer, count: integer",
      answer: `{ Resources: ${list}, totalResults: { type: integer } }`,
      want: undefined,
    },
  ],
  [
    "an offset from 1",
    {
      query: "offset: { type: integer; minimum: 1 }, limit: integer",
      answer: `{ data: ${list} }`,
      want: undefined,
    },
  ],
  [
    "items beside errors, and their list beside a list of the same page's facets",
    {
      query: "page: integer, limit: integer",
      answer: `{ people: ${list}, errors: { type: array, items: ${text} }, facets: { type: array, items: { type: object } } }`,
      want: "{ style: page, items: /people, request: { page: page, limit: limit } }",
    },
  ],
  [
    "items below the path's noun",
    {
      query: "page: integer, limit: integer",
      answer: `{ things: { type: object, properties: { page: ${list} } } }`,
      want: "{ style: page, items: /things/page, request: { page: page, limit: limit } }",
    },
  ],
  [
    "a list in an object of which nobody knows what it is",
    {
      query: "page: integer, limit: integer",
      answer: `{ owner: { type: object, properties: { roles: ${list} } } }`,
      want: undefined,
    },
  ],
  [
    "an object with a list of its own",
    {
      query: "page: integer, limit: integer",
      answer: `{ id: ${text}, errors: { type: array, items: ${text} } }`,
      want: undefined,
    },
  ],
  [
    "the address of the next page",
    {
      query: "page: integer, page_size: integer",
      answer: `{ count: { type: integer }, next: ${url}, previous: ${url}, results: ${list} }`,
      want: "{ style: link, items: /results, request: { limit: page_size }, response: { next: /next } }",
    },
  ],
  [
    "the address among links",
    {
      query: '"page[number]": integer',
      answer: `{ data: ${list}, links: { type: object, properties: { next: ${orNull} } } }`,
      want: "{ style: link, items: /data, response: { next: /links/next } }",
    },
  ],
  [
    "a page number with a total",
    {
      query: "page: integer, per_page: integer",
      answer: `{ data: ${list}, total_count: { type: integer }, page: { type: integer } }`,
      want: "{ style: page, items: /data, request: { page: page, limit: per_page }, response: { total: /total_count, page: /page } }",
    },
  ],
  [
    "page numbers of a bare list",
    {
      query: "page: integer, per_page: integer",
      answer: list,
      headers: "{ Link: { schema: { type: string } } }",
      want: '{ style: page, items: "", request: { page: page, limit: per_page } }',
    },
  ],
  [
    "a page number that nothing supports",
    { query: "page: integer", answer: `{ lines: ${list} }`, want: undefined },
  ],
  ["a page that is not a number", { query: "page: string, limit: integer", answer: list, want: undefined }],
  [
    "an offset",
    {
      query: "skip: integer, limit: integer",
      answer: `{ items: ${list}, total: { type: integer } }`,
      want: "{ style: offset, items: /items, request: { offset: skip, limit: limit }, response: { total: /total } }",
    },
  ],
  ["an offset without a limit", { query: "offset: integer", answer: list, want: undefined }],
  [
    "a Link header",
    {
      query: "after: string, per_page: integer",
      answer: list,
      headers: "{ link: { schema: { type: string } } }",
      want: '{ style: link, items: "", request: { limit: per_page } }',
    },
  ],
  [
    "two lists",
    { query: "page: integer, limit: integer", answer: `{ a: ${list}, b: ${list} }`, want: undefined },
  ],
  [
    "two lists, one with a usual name",
    {
      query: "page: integer, limit: integer",
      answer: `{ included: ${list}, data: ${list} }`,
      want: "{ style: page, items: /data, request: { page: page, limit: limit } }",
    },
  ],
  [
    "a list below data",
    {
      query: "offset: integer, limit: integer",
      answer: `{ data: { type: object, properties: { users: ${list} } } }`,
      want: "{ style: offset, items: /data/users, request: { offset: offset, limit: limit } }",
    },
  ],
  ["no list", { query: "page: integer, limit: integer", answer: `{ text: ${text} }`, want: undefined }],
  ["a list without pages", { query: "limit: integer", answer: list, want: undefined }],
];

function textOf({ query, answer, headers, route = "GET /things", body }: Row, extension = ""): string {
  const parameters = query.split(", ").map((one) => {
    const [name, type = ""] = one.split(/: (.*)/);
    const schema = type.startsWith("{") ? type.replaceAll(";", ",") : `{ type: ${type} }`;
    return `{ name: ${name}, in: query, schema: ${schema} }`;
  });
  const [method = "", path] = route.split(" ");
  const content = `{ application/json: { schema: { type: object, properties: ${body} } } }`;
  const schema = answer === list ? list : `{ type: object, properties: ${answer} }`;
  return `
servers: [{ url: https://a.test }]
paths:
  ${path}:
    ${method.toLowerCase()}:
      operationId: things.${method === "GET" ? "list" : "makePlaylist"}
${extension}
      parameters: [${parameters.join(", ")}]
      ${body === undefined ? "" : `requestBody: { required: true, content: ${content} }`}
      responses:
        "200":
          description: Good.
          ${headers === undefined ? "" : `headers: ${headers}`}
          content: { application/json: { schema: ${schema} } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string } } }
`;
}

const guessesOf = ({ diagnostics }: Model, code: string) =>
  diagnostics.filter((one) => one.severity === "guess" && one.code === code);

/** The lines that a hint offers. */
function linesOf(hint: string | undefined): string {
  return /`(x-trunkline: .*)`/.exec(hint ?? "")?.[1] ?? "";
}

describe("pagination of documents that do not name it", () => {
  it.each(rows)("%s", (_name, row) => {
    const model = modelOf(textOf(row));
    const [guess, ...others] = guessesOf(model, "pagination");
    expect(others).toEqual([]);
    const pinned = guess && (parse(linesOf(guess.hint)) as { "x-trunkline": { pagination: object } });
    expect(pinned?.["x-trunkline"].pagination).toEqual(row.want === undefined ? undefined : parse(row.want));
    expect(model.operations[0]?.page === undefined).toBe(row.want === undefined);
  });

  it.each(rows.filter(([, { want }]) => want !== undefined))("%s: the lines pin it", async (_name, row) => {
    const guessed = modelOf(textOf(row));
    const lines = linesOf(guessesOf(guessed, "pagination")[0]?.hint);
    const pinned = `openapi: 3.1.0\ninfo: { title: Shop API, version: "1" }\n${textOf(row, `      ${lines}`)}`;
    const loaded = await read({ "openapi.yaml": pinned });
    expect((await checkDocument(loaded)).filter(({ severity }) => severity === "error")).toEqual([]);
    const model = buildModel(loaded);
    expect(guessesOf(model, "pagination")).toEqual([]);
    expect(model.operations[0]?.page).toEqual({ ...guessed.operations[0]?.page, guessed: undefined });
  });

  it("is of types that hold", async () => {
    expect(await typeCheck(rows.map(([, row]) => modelOf(textOf(row))))).toEqual([]);
  });

  it("leaves alone what the document turns off, or what was released as one answer", () => {
    const [, row] = rows[0] as (typeof rows)[0];
    expect(
      modelOf(textOf(row, "      x-trunkline: { pagination: false }")).operations[0]?.page,
    ).toBeUndefined();
    const root = "x-trunkline: { version: 1, pagination: {} }";
    expect(modelOf(`${root}\n${textOf(row)}`).operations[0]?.page).toBeUndefined();
    const released = modelOf(textOf(row, "      x-trunkline: { pagination: false }")).lock;
    const later = modelOf(textOf(row), released);
    expect(later.operations[0]?.page).toBeUndefined();
    expect(guessesOf(later, "pagination")).toMatchObject([{ message: expect.stringContaining("stays so") }]);
    expect(modelOf(textOf(row), modelOf(textOf(row)).lock).operations[0]?.page).toBeDefined();
  });
});

const bare = `
servers: [{ url: https://a.test }, { url: https://b.test, description: Sandbox for trying. }]
security: [{ key: [] }]
paths:
  /users/{id}:
    get:
      operationId: get_users_users__id__get
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: Good.
          headers:
            X-Correlation-Id: { schema: { type: string } }
            X-RateLimit-Limit: { schema: { type: integer } }
            X-RateLimit-Remaining: { schema: { type: integer } }
          content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } }
  /users:
    post:
      tags: [people]
      operationId: addPerson
      parameters: [{ name: Idempotency-Key, in: header, schema: { type: string } }]
      responses: { "204": { description: Good. } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
`;

describe("other guesses", () => {
  const { diagnostics, client } = modelOf(bare);
  const of = (code: string) =>
    diagnostics.filter((one) => one.code === code).map(({ message, hint }) => [message, hint]);

  it.each([
    [
      "client-name",
      [
        "The client is called Shop, after the title",
        "Pin it with `x-trunkline: { version: 1, client: { name: Shop } }` at the root.",
      ],
    ],
    [
      "operation-name",
      [
        "GET /users/{id} is called users.get: the resource from its path, the method from its operationId",
        "Pin it with `x-trunkline: { resource: users, method: get }` at GET /users/{id}.",
      ],
      [
        "POST /users is called people.addPerson: the resource from its tag, the method from its operationId",
        "Pin it with `x-trunkline: { resource: people, method: addPerson }` at POST /users.",
      ],
    ],
    [
      "credential-option",
      [
        "The secret of key is the option apiKey, or the environment variable SHOP_API_KEY: as is usual for its type",
        "Pin it with `x-trunkline: { option: apiKey, env: SHOP_API_KEY }` at the security scheme key.",
      ],
    ],
    [
      "environment",
      [
        'Server https://a.test is the environment "production": the first server is the default',
        "Pin it with `x-trunkline: { environment: production }` at this server.",
      ],
      [
        'Server https://b.test is the environment "sandbox": its description begins so',
        "Pin it with `x-trunkline: { environment: sandbox }` at this server.",
      ],
    ],
    [
      "request-id",
      [
        "X-Correlation-Id is taken for the id of a request: answers carry it",
        "Pin it with `x-trunkline: { version: 1, errors: { requestIdHeaders: [X-Correlation-Id, x-request-id, request-id] } }` at the root.",
      ],
    ],
    [
      "rate-limit",
      [
        "X-RateLimit-Limit, X-RateLimit-Remaining are taken for the rate limit: answers carry them",
        "Pin it with `x-trunkline: { version: 1, rateLimit: { limit: X-RateLimit-Limit, remaining: X-RateLimit-Remaining } }` at the root.",
      ],
    ],
    [
      "idempotency",
      [
        "Idempotency-Key, as of POST /users, is taken for an idempotency key and made by the client",
        "Pin it with `x-trunkline: { version: 1, idempotency: { header: Idempotency-Key, keys: auto } }` at the root.",
      ],
    ],
  ])("%s", (code, ...want) => {
    expect(of(code)).toEqual(want);
  });

  it("reach the client", () => {
    expect(client.rateLimit).toEqual({ limit: "X-RateLimit-Limit", remaining: "X-RateLimit-Remaining" });
    expect(client.errorFields).toEqual({
      requestIdHeaders: ["X-Correlation-Id", "x-request-id", "request-id"],
    });
  });
});
