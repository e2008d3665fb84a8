import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkDocument } from "../src/check/check-document.ts";
import { buildModel } from "../src/model/build.ts";
import type { Model } from "../src/model/types.ts";
import { read } from "./support/documents.ts";
import { modelOf } from "./support/emit.ts";
import { typeCheck } from "./support/type-check.ts";

interface Row {
  /** `name: type` of the query. */
  readonly query: string;
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
    "pageToken and nextPageToken",
    {
      query: "pageToken: string, pageSize: integer",
      answer: `{ files: ${list}, nextPageToken: ${text} }`,
      want: "{ style: cursor, items: /files, request: { cursor: pageToken, limit: pageSize }, response: { next: /nextPageToken } }",
    },
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
    "a cursor made of the last item",
    {
      query: "starting_after: string",
      answer: `{ data: ${list}, has_more: { type: boolean } }`,
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
  ["a page that is no number", { query: "page: string, limit: integer", answer: list, want: undefined }],
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

function textOf({ query, answer, headers }: Row, extension = ""): string {
  const parameters = query.split(", ").map((one) => {
    const [name, type] = one.split(": ");
    return `{ name: ${name}, in: query, schema: { type: ${type} } }`;
  });
  const schema = answer === list ? list : `{ type: object, properties: ${answer} }`;
  return `
servers: [{ url: https://a.test }]
paths:
  /things:
    get:
      operationId: things.list
${extension}
      parameters: [${parameters.join(", ")}]
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
