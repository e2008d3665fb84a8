import { describe, expect, it } from "vitest";
import { brief, yaml } from "../support/documents.ts";
import { check, findingsOf, type Mutation } from "../support/mutations.ts";

const either = "change the one or the other";
const pages = "pages have examples first, middle, last, empty";

const house: readonly [string, Mutation][] = [
  [
    "an example of the wrong type",
    {
      change: ["full: { value: { id: a, note", "full: { value: { id: 1, note"],
      want: `error example-mismatch | ${either}`,
    },
  ],
  [
    "an example behind a ref",
    {
      change: ["data: { id: a }, meta: { requestId: r }", "data: { id: A }, meta: { requestId: r }"],
      want: `error example-mismatch | ${either}`,
    },
  ],
  [
    "an example that lacks something",
    {
      change: ["minimal: { value: { id: a } }", "minimal: { value: {} }"],
      want: `error example-mismatch | ${either}`,
    },
  ],
  [
    "an example of a shared answer",
    {
      change: ["message: Lost, wait: 1", "message: Lost, wait: long"],
      want: `error example-mismatch | ${either}`,
    },
  ],
  [
    "an example of a parameter",
    { change: ["example: 5\n", "example: 500\n"], want: `error example-mismatch | ${either}` },
  ],
  ["a default", { change: ["default: 20", "default: many"], want: `error default-mismatch | ${either}` }],
  [
    "a parameter without example",
    {
      change: ["          example: k1\n", ""],
      at: "        - name: Idempotency-Key",
      want: "error house-example | add example: …",
    },
  ],
  [
    "an answer without example",
    {
      change: ["              examples:\n                default: { value: { token: t, ttl: 60 } }\n", ""],
      at: "            application/json:\n              schema: { type: object, properties: { token",
      want: "error house-example | add examples: { default: { value: … } }",
    },
  ],
  [
    "an answer whose example has no name",
    {
      change: [
        "              examples:\n                default: { value: { token: t, ttl: 60 } }\n",
        "              example: { token: t, ttl: 60 }\n",
      ],
      at: "            application/json:\n              schema: { type: object, properties: { token",
      want: "error house-example | add examples: { default: { value: … } }",
    },
  ],
  [
    "a body without its full example",
    {
      change: ["full: { value: { id: a, note", "most: { value: { id: a, note"],
      at: "            examples:\n              most:",
      want: "error house-example | every property set",
    },
  ],
  [
    "a body without its minimal example",
    {
      change: ["              minimal: { value: { id: a } }\n", ""],
      at: "            examples:\n              full: { value: { id: a, note",
      want: "error house-example | required properties only",
    },
  ],
  [
    "a property that no example sets",
    {
      change: ["note: null, key: k }", "note: null }"],
      at: "            examples:\n              full: { value: { id: a, note",
      want: "error house-example-unset",
    },
  ],
  [
    "a missing page",
    {
      change: [
        "                middle: { value: { data: [{ id: b }], meta: { requestId: r, next: c2, more: true } } }\n",
        "",
      ],
      at: "              examples:",
      want: `error house-example-pages | ${pages}`,
    },
  ],
  [
    "a last page that goes on",
    {
      change: [
        "last: { value: { data: [{ id: c }], meta: { requestId: r, next: null, more: false",
        "last: { value: { data: [{ id: c }], meta: { requestId: r, next: c3, more: false",
      ],
      want: "error house-example-pages",
    },
  ],
  [
    "a middle page that ends",
    {
      change: ["next: c2, more: true", "next: c2, more: false"],
      at: "next: c2",
      want: "error house-example-pages",
    },
  ],
  [
    "an empty page with items",
    {
      change: ["empty: { value: { data: []", "empty: { value: { data: [{ id: d }]"],
      want: "error house-example-pages",
    },
  ],
  [
    "a first page without items",
    {
      change: ["first: { value: { data: [{ id: a }]", "first: { value: { data: []"],
      want: "error house-example-pages",
    },
  ],
];

describe("examples of the house", () => {
  it.each(house)("finds %s", async (_, mutation) => {
    const { findings, lines, line } = await findingsOf(mutation, { house: true });
    expect(findings).toEqual([mutation.want].flat());
    expect(lines).toEqual([line]);
  });

  it("counts the items of pages against their total", async () => {
    const page = (items: string, total: number): string =>
      `{ value: { items: [${items}], total: ${total} } }`;
    const text = (last: number): string =>
      yaml(`x-trunkline: { version: 1 }
paths:
  /a:
    get:
      x-trunkline:
        pagination: { style: offset, items: /items, request: { offset: o }, response: { total: /total } }
      parameters: [{ name: o, in: query, schema: { type: integer }, example: 1 }]
      responses:
        "200":
          description: d
          content:
            application/json:
              schema: { type: object, properties: { items: { type: array }, total: { type: integer } } }
              examples:
                first: ${page("1, 2", last)}
                middle: ${page("3, 4", last)}
                last: ${page("5", last)}
                empty: ${page("", 0)}
`);
    const codes = async (total: number): Promise<readonly string[]> =>
      (await check(text(total), { house: true }))
        .map(({ code }) => code)
        .filter((code) => code.includes("pages"));
    expect(await codes(5)).toEqual([]);
    expect(await codes(6)).toEqual(["house-example-pages"]);
  });
});

const media = (schema: string, example: string, type = "application/json"): string =>
  yaml(`paths:
  /a:
    post:
      operationId: a
      requestBody:
        content:
          ${type}:
            schema: ${schema}
            example: ${example}
      responses:
        "200":
          description: d
          content:
            ${type}:
              schema: ${schema}
              example: ${example}
`);

const others: readonly [string, { given: string; want: readonly string[] }][] = [
  [
    "a mismatch is a warning",
    {
      given: media("{ type: string }", "1"),
      want: [
        `openapi.yaml:13 warning example-mismatch | ${either}`,
        `openapi.yaml:20 warning example-mismatch | ${either}`,
      ],
    },
  ],
  [
    "a read-only property is not asked of a request",
    {
      given: media("{ required: [id], properties: { id: { readOnly: true } } }", "{}"),
      want: [`openapi.yaml:20 warning example-mismatch | ${either}`],
    },
  ],
  [
    "a write-only property is not asked of an answer",
    {
      given: media("{ required: [id], properties: { id: { writeOnly: true } } }", "{}"),
      want: [`openapi.yaml:13 warning example-mismatch | ${either}`],
    },
  ],
  [
    "formats count",
    {
      given: media("{ type: string, format: email }", "no"),
      want: [
        `openapi.yaml:13 warning example-mismatch | ${either}`,
        `openapi.yaml:20 warning example-mismatch | ${either}`,
      ],
    },
  ],
  ["XML is not JSON", { given: media("{ type: object }", "<a/>", "application/xml"), want: [] }],
  [
    "objects and lists are compared by value",
    { given: media("{ enum: [{ a: [1] }] }", "{ a: [1] }"), want: [] },
  ],
  [
    "prototype keys are keys",
    {
      given: media(
        "{ type: object, required: [__proto__], properties: { __proto__: { type: string } } }",
        "{ __proto__: x }",
      ),
      want: [],
    },
  ],
];

describe("examples of others", () => {
  it.each(others)("%s", async (_, { given, want }) => {
    expect(brief(await check(given))).toEqual(want);
  });

  it("says what is wrong, at the place in the example", async () => {
    const found = await check(
      media("{ properties: { a: { items: { type: integer } } } }", "\n                a: [1, x]"),
    );
    expect(found[0]?.message).toBe("the example does not match its schema: /a/1 must be integer");
    expect(found[0]?.location).toMatchObject({ line: 14, column: 24 });
  });

  it("reads 3.0 as 3.0", async () => {
    const text = media("{ type: integer, nullable: true, minimum: 1, exclusiveMinimum: true }", "1").replace(
      "3.1.0",
      "3.0.3",
    );
    expect((await check(text)).map(({ message }) => message)).toEqual([
      "the example does not match its schema: it must be > 1",
      "the example does not match its schema: it must be > 1",
    ]);
    expect(await check(text.replaceAll("example: 1", "example: null"))).toEqual([]);
  });
});
