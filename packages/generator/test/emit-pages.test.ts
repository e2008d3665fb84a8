import { describe, expect, it } from "vitest";
import type { Model } from "../src/model/types.ts";
import { dedent, emitAll, modelOf } from "./support/emit.ts";
import { testEmitted } from "./support/emitted-rows.ts";
import { typeCheck } from "./support/type-check.ts";

interface Row {
  /** `x-trunkline` of the operation. */
  readonly given: string;
  readonly answer: string;
  readonly want: readonly string[];
  readonly not?: readonly string[];
}

const list = "{ type: array, description: The things., items: { $ref: '#/components/schemas/Thing' } }";
const rows: [name: string, row: Row][] = [
  [
    "a cursor",
    {
      given:
        "{ pagination: { style: cursor, items: /items, request: { cursor: after, limit: limit }, response: { next: /next, more: /more } } }",
      answer: `{ type: object, required: [items], properties: { items: ${list}, next: { type: [string, "null"] }, more: { type: boolean } } }`,
      want: [
        'page: cursorPages({ items: "/items", cursor: "after", next: "/next", more: "/more" })',
        "list(params?: ThingsListParams, options?: RequestOptions): PagePromise<ThingsListPage, Thing> {",
        "return this._page(operations.list, params, options);",
        dedent(`
          /** One page of \`things.list\`. */
          export interface ThingsListPage extends Page<Thing> {
            /** The things. */
            items: Thing[];
            next?: string | null | undefined;
            more?: boolean | undefined;
          }
        `),
        "for await (const thing of client.things.list()) {",
        "Await it for the first page, or iterate over it for the items of all pages.",
      ],
    },
  ],
  [
    "page numbers and a walking method",
    {
      given:
        "{ pagination: { style: page, items: /data, request: { page: page, limit: limit }, response: { more: /meta/more } }, walk: { method: listAll, limit: 100 } }",
      answer: `{ type: object, required: [data, meta], properties: { data: ${list}, meta: { type: object, properties: { more: { type: boolean } } } } }`,
      want: [
        'pageNumberPages({ items: "/data", page: "page", more: "/meta/more" })',
        "listAll(params?: ThingsListParams, options?: RequestOptions): PagePromise<ThingsListPage, Thing> {",
        'return this._page(operations.list, pageSize(params, 100, "limit"), options);',
        "meta: ThingsListPageMeta;",
      ],
    },
  ],
  [
    "offsets, and the answer is a bare array",
    {
      given: "{ pagination: { style: offset, items: '', request: { offset: offset, limit: limit } } }",
      answer: list,
      want: [
        'offsetPages({ items: "", offset: "offset" })',
        "export interface ThingsListPage extends Page<Thing> {\n  /** The items of this page. */\n  items: Thing[];\n}",
      ],
    },
  ],
  [
    "next links in the answer",
    {
      given:
        "{ pagination: { style: link, items: /items, request: { limit: limit }, response: { next: /next } }, walk: { method: listAll, limit: 50 } }",
      answer: `{ type: object, required: [items], properties: { items: ${list}, next: { type: [string, "null"] } } }`,
      want: [
        'page: linkPages({ items: "/items", next: "/next" })',
        'return this._page(operations.list, pageSize(params, 50, "limit"), options);',
      ],
    },
  ],
  [
    "next links in the header",
    {
      given: "{ pagination: { style: link, items: '' } }",
      answer: list,
      want: ['page: linkPages({ items: "" })'],
    },
  ],
  [
    "a choice of named definitions",
    {
      given: "{ pagination: [numbers, cursors] }",
      answer: `{ type: object, required: [data], properties: { data: ${list} } }`,
      want: [
        'page: firstOf(\n      pageNumberPages({ items: "/data", page: "page" }),\n      cursorPages({ items: "/data", cursor: "after", next: "/next" }),\n    )',
      ],
    },
  ],
  [
    "a page size of several names",
    {
      given:
        "{ pagination: [{ style: page, items: /data, request: { page: page, limit: [limit, size] } }, { style: offset, items: /data, request: { offset: limit, limit: [size, count] } }], walk: { method: listAll, limit: 100 } }",
      answer: `{ type: object, required: [data], properties: { data: ${list} } }`,
      want: [
        'return this._page(operations.list, pageSize(params, 100, "limit", "size", "count"), options);',
        "  pageSize,",
      ],
    },
  ],
  [
    "a list in two shapes",
    {
      given: "{ pagination: [numbers, { style: offset, items: /data/things, request: { offset: limit } }] }",
      answer: `{ type: object, required: [data], properties: { data: { anyOf: [${list}, { type: object, required: [things], properties: { things: { type: array, items: { $ref: '#/components/schemas/Other' } } } }] } } }`,
      want: [
        'offsetPages({ items: "/data/things", offset: "limit" })',
        "PagePromise<ThingsListPage, Thing | Other>",
        "extends Page<Thing | Other> {",
      ],
    },
  ],
  [
    "a list that is one of two objects",
    {
      given: "{ pagination: [numbers, { style: offset, items: /data/things, request: { offset: limit } }] }",
      answer: `{ oneOf: [{ $ref: '#/components/schemas/ThingList' }, { type: object, required: [data, success], properties: { success: { type: boolean }, data: { type: object, required: [things], properties: { things: ${list} } } } }] }`,
      want: [
        "PagePromise<ThingsListPage, Thing>",
        dedent(`
          export interface ThingsListPage extends Page<Thing> {
            /** The things. */
            data: Thing[] | ThingsListData;
            total?: number | undefined;
            success?: boolean | undefined;
          }
        `),
      ],
    },
  ],
  [
    "items that are described in place",
    {
      given: "{ pagination: numbers }",
      answer:
        "{ type: object, required: [data], properties: { data: { type: array, items: { type: object, properties: { a: { type: string } } } } } }",
      want: [
        "PagePromise<ThingsListPage, ThingsListItem>",
        "data: ThingsListItem[];",
        "export interface ThingsListItem {",
      ],
    },
  ],
  [
    "an envelope that is a component is written out",
    {
      given: "{ pagination: numbers }",
      answer: "{ $ref: '#/components/schemas/ThingList' }",
      want: [
        "export interface ThingsListPage extends Page<Thing> {\n  /** The things. */\n  data: Thing[];\n  total?: number | undefined;\n}",
      ],
      not: ["interface ThingList {"],
    },
  ],
  [
    "a field that a page needs for itself stays on body",
    {
      given: "{ pagination: numbers }",
      answer: `{ type: object, required: [data, body], properties: { data: ${list}, body: { type: string } } }`,
      want: ["data: Thing[];\n}"],
    },
  ],
];

function pagedBy(extension: string, answer: string): Model {
  return modelOf(`
servers: [{ url: https://a.test }]
x-trunkline:
  version: 1
  client: { name: Shop }
  pagination:
    numbers: { style: page, items: /data, request: { page: page } }
    cursors: { style: cursor, items: /data, request: { cursor: after }, response: { next: /next } }
paths:
  /things:
    get:
      operationId: things.list
      x-trunkline: ${extension}
      parameters: [{ name: limit, in: query, schema: { type: integer } }]
      responses: { "200": { description: Good., content: { application/json: { schema: ${answer} } } } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string } } }
    Other: { type: object, properties: { name: { type: string } } }
    ThingList: { type: object, required: [data], properties: { data: ${list}, total: { type: integer } } }
`);
}

describe("emitted pages", () => {
  const models = new Map(rows.map(([name, { given, answer }]) => [name, pagedBy(given, answer)]));
  testEmitted(models, rows);

  it("says when a field of the answer is hidden by a member of the page", () => {
    const answer = `{ type: object, properties: { data: ${list}, body: { type: string } } }`;
    expect(pagedBy("{ pagination: numbers }", answer).diagnostics).toMatchObject([
      { severity: "warning", code: "page-member" },
    ]);
  });

  it("says when there is no list where the items should be", () => {
    const { diagnostics, operations } = pagedBy(
      "{ pagination: numbers }",
      "{ type: object, properties: { data: { type: string } } }",
    );
    expect(diagnostics).toMatchObject([{ severity: "error", code: "no-items" }]);
    expect(operations[0]?.page).toBeUndefined();
  });

  it.each([
    [
      "fields of a JSON body",
      "requestBody: { content: { application/json: { schema: { type: object, properties: { page: { type: object } } } } } }",
      "/page/cursor",
    ],
    [
      "a body under a name of its own",
      "requestBody: { content: { application/json: { schema: { type: array, items: { type: object } } } } }",
      "/body/page/cursor",
    ],
    [
      "a body whose fields clash",
      "parameters: [{ name: page, in: query, schema: { type: string } }]\n      requestBody: { content: { application/json: { schema: { type: object, properties: { page: { type: object } } } } } }",
      "/body/page/cursor",
    ],
  ])("says where in params the cursor lies: %s", async (name, given, pointer) => {
    const model = modelOf(`
servers: [{ url: https://a.test }]
x-trunkline: { version: 1 }
paths:
  /a:
    post:
      operationId: things.search
      x-trunkline: { pagination: { style: cursor, items: /data, request: { cursor: /page/cursor }, response: { next: /next } } }
      ${given}
      responses: { "200": { description: Good., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: string } } } } } } } }
`);
    const text = (await emitAll(new Map([[name, model]]))).get(name) ?? "";
    expect(text).toContain(
      `cursorPages({ items: "/data", cursor: paramField("${pointer}"), next: "/next" })`,
    );
  });

  it("writes a style that several operations have once", async () => {
    const two = modelOf(`
servers: [{ url: https://a.test }]
x-trunkline: { version: 1, pagination: { numbers: { style: page, items: /data, request: { page: page } } } }
paths:
  /a: { get: &a { operationId: things.a, x-trunkline: { pagination: numbers }, responses: { "200": { description: Good., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: string } } } } } } } } } }
  /b: { get: { <<: *a, operationId: things.b } }
`);
    const text = (await emitAll(new Map([["two", two]]))).get("two") ?? "";
    expect(text).toContain("const pages: PageStyle = /* @__PURE__ */ pageNumberPages({");
    expect(text.match(/page: pages\b/g)).toHaveLength(2);
    expect(text.match(/pageNumberPages\(/g)).toHaveLength(1);
  });

  it("writes a style that operations of several resources have once for the package", async () => {
    const two = modelOf(`
servers: [{ url: https://a.test }]
x-trunkline: { version: 1, pagination: { numbers: { style: page, items: /data, request: { page: page } } } }
paths:
  /a: { get: &a { operationId: apples.list, x-trunkline: { pagination: numbers }, responses: { "200": { description: Good., content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: string } } } } } } } } } }
  /b: { get: { <<: *a, operationId: pears.list } }
`);
    const text = (await emitAll(new Map([["two", two]]))).get("two") ?? "";
    expect(text).toContain("// src/pages.ts\n");
    expect(text.match(/import \{ pages \} from "\.\.\/pages\.js";/g)).toHaveLength(2);
    expect(text.match(/pageNumberPages\(/g)).toHaveLength(1);
    expect(await typeCheck([two])).toEqual([]);
  });
});
