import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  declaredPaginations,
  EXTENSION,
  extensionFormat,
  extensionKinds,
  type JsonObject,
  type JsonValue,
  objectOf,
  readExtension,
} from "../src/index.ts";
import { keepsTo } from "../src/keeps.ts";

const definitions = objectOf(extensionFormat.$defs);
const cursor = { style: "cursor", items: "/a", request: { cursor: "c" }, response: { next: "/n" } } as const;
const read = (kind: (typeof extensionKinds)[number], said: JsonValue): unknown =>
  readExtension(kind, { [EXTENSION]: said });

const rows: readonly [name: string, kind: (typeof extensionKinds)[number], said: JsonValue, want: object][] =
  [
    ["nothing", "document", null, {}],
    ["a text", "document", "version: 1", {}],
    [
      "what keeps to the format",
      "document",
      { version: 1, retry: { statuses: [429, "4XX"] } },
      { version: 1, retry: { statuses: [429, "4XX"] } },
    ],
    ["no key that is unknown", "document", { retyr: {}, toString: 1 }, {}],
    [
      "no value that is wrong, and what stands beside it",
      "document",
      { client: { name: "a b", browser: true } },
      { client: { browser: true } },
    ],
    [
      "no list with a wrong item",
      "document",
      { retry: { statuses: [429, "6XX"], never: ["GET"] } },
      { retry: { never: ["GET"] } },
    ],
    [
      "no entry without what it needs",
      "document",
      { pagination: { a: cursor, b: { ...cursor, response: {} } } },
      { pagination: { a: cursor } },
    ],
    [
      "no entry that says what its style does not know",
      "document",
      { pagination: { a: { ...cursor, response: { next: "/n", total: "/t" } } } },
      { pagination: {} },
    ],
    [
      "a former name by the one of today",
      "document",
      { retry: { maxRetryAfter: 65 } },
      { retry: { maxRetryAfterSeconds: 65 } },
    ],
    [
      "the name of today before a former one",
      "document",
      { retry: { maxRetryAfterSeconds: 1, maxRetryAfter: 2 } },
      { retry: { maxRetryAfterSeconds: 1 } },
    ],
    [
      "a hint with one place",
      "document",
      { retryAfter: [{ header: "a", format: "seconds" }] },
      { retryAfter: [{ header: "a", format: "seconds" }] },
    ],
    ["no hint with two", "document", { retryAfter: [{ header: "a", body: "/b", format: "seconds" }] }, {}],
    [
      "a name, a list, or no pages",
      "operation",
      { pagination: false, skip: true },
      { pagination: false, skip: true },
    ],
    ["not that there are some", "operation", { pagination: true }, {}],
    ["paginations in place", "operation", { pagination: ["a", cursor] }, { pagination: ["a", cursor] }],
  ];

describe("the reader", () => {
  it.each(rows)("reads %s", (_, kind, said, want) => {
    expect(read(kind, said)).toEqual(want);
  });

  it("reads objects without a prototype", () => {
    const said = Object.assign(Object.create(null), { skip: true }) as JsonObject;
    expect(readExtension("operation", Object.assign(Object.create(null), { [EXTENSION]: said }))).toEqual({
      skip: true,
    });
  });

  it("finds paginations by name and in place, in order", () => {
    const root = { pagination: { a: cursor } };
    const other = { ...cursor, items: "/b" };
    expect(declaredPaginations(root, { pagination: ["a", other, "constructor"] })).toEqual([cursor, other]);
    expect(declaredPaginations(root, { pagination: "a" })).toEqual([cursor]);
    expect(declaredPaginations(root, { pagination: false })).toEqual([]);
    expect(declaredPaginations({}, {})).toEqual([]);
  });
});

describe("keeping to the format", () => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(extensionFormat);
  const words = fc.constantFrom(
    ...[
      "GET",
      "auto",
      "never",
      "always",
      "cursor",
      "page",
      "offset",
      "link",
      "/a",
      "a",
      "A",
      "X-Id",
      "4XX",
      "404",
      "7XX",
    ],
    ...[
      "seconds",
      "epochSeconds",
      "",
      "~",
      "/~2",
      "header",
      "body",
      "format",
      "style",
      "items",
      "request",
      "response",
    ],
    ...Object.keys(definitions),
    ...extensionKinds.flatMap((kind) => Object.keys(objectOf(objectOf(definitions[kind]).properties))),
  );
  const value = fc.letrec<{ readonly any: JsonValue }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      words,
      fc.constantFrom(0, 1, 399, 404, 600, 1.5, -1, true, false, null),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(words, tie("any"), { maxKeys: 5 }),
    ),
  })).any;

  it.each(Object.keys(definitions))("%s: as a validator of JSON Schema judges it", (name) => {
    const validate = ajv.getSchema(`${extensionFormat.$id}#/$defs/${name}`);
    fc.assert(
      fc.property(value, (one) => {
        expect(keepsTo(definitions[name], one, definitions)).toBe(validate?.(one));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    [{ version: 1, retry: { maxRetryAfterSeconds: 1 } }],
    [{ version: 1, pagination: { a: cursor } }],
  ])("admits %j", (one) => {
    const validate = ajv.getSchema(`${extensionFormat.$id}#/$defs/document`);
    expect([keepsTo(definitions.document, one, definitions), validate?.(one)]).toEqual([true, true]);
  });
});
