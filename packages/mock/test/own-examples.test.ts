import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Mock, PreferRule } from "../src/index.ts";
import { startMock } from "../src/index.ts";

const get = (path: string, content: object, more: object = {}): object => ({
  [path]: { get: { ...more, responses: { 200: { description: "Good.", content } } } },
});
const json = (media: object): object => ({ "application/json": media });
const reference = { $ref: "#/components/examples/One" };
const nowhere = { $ref: "#/nowhere" };

async function mockOf(paths: object, more: object = {}): Promise<Mock> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const components = { examples: { One: { value: { one: 1 } } }, ...more };
  const document = { openapi: "3.0.3", info: { title: "Own", version: "1" }, paths, components };
  await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
  const mock = await startMock(join(folder, "openapi.json"));
  onTestFinished(() => mock.close());
  return mock;
}

interface Row {
  readonly given: object;
  readonly want: unknown;
}

const examples: readonly (readonly [string, Row])[] = [
  ["an example by reference", { given: { examples: { a: reference } }, want: { one: 1 } }],
  ["a reference within a value", { given: { examples: { a: { value: reference } } }, want: reference }],
  [
    "one deep in it",
    { given: { example: { list: [{ at: reference }] } }, want: { list: [{ at: reference }] } },
  ],
  ["one that leads nowhere", { given: { example: { at: nowhere } }, want: { at: nowhere } }],
  ["one that is no text", { given: { example: { $ref: 1 } }, want: { $ref: 1 } }],
  [
    "a key that reads like a hidden one",
    { given: { example: { 'a"$ref":': "b" } }, want: { 'a"$ref":': "b" } },
  ],
  [
    "one of the schema, beside one of the answer",
    { given: { schema: { type: "object", example: { two: 2 } }, example: { one: 1 } }, want: { one: 1 } },
  ],
  [
    "a reference in the schema's, beside one of the answer",
    { given: { schema: { example: reference }, examples: { default: { value: [1] } } }, want: [1] },
  ],
  [
    "the schema's alone",
    { given: { schema: { type: "object", example: { at: nowhere } } }, want: { at: nowhere } },
  ],
  [
    "null of a schema",
    { given: { schema: { type: "object", nullable: true, example: null }, example: {} }, want: {} },
  ],
  [
    "a default and an enum that hold references",
    {
      given: {
        schema: { type: "object", properties: { a: { default: nowhere }, b: { enum: [nowhere, "b"] } } },
        example: { b: "b" },
      },
      want: { b: "b" },
    },
  ],
  [
    "a property that is called $ref, or example",
    {
      given: {
        schema: {
          type: "object",
          properties: { $ref: { type: "string" }, example: { $ref: "#/components/schemas/Thing" } },
        },
        example: { example: { id: 1 } },
      },
      want: { example: { id: 1 } },
    },
  ],
];

it.each(examples)("answers %s as it is written", async (_, { given, want }) => {
  const schemas = { Thing: { type: "object", properties: { id: { type: "integer" } } } };
  const mock = await mockOf(get("/one", json(given)), { schemas });
  const response = await fetch(`${mock.url}/one`);
  expect(await response.json()).toEqual(want);
  expect(mock.violations).toEqual([]);
});

const media = {
  "application/json": { example: { a: 1 } },
  "application/scim+json": { examples: { default: { value: { b: 2 } } } },
  "application/json; version=2": { example: { c: 3 } },
  "text/html": { example: "<p>" },
};

const types: readonly (readonly [string, { given: PreferRule; accept?: string; want: string }])[] = [
  ["the one that is accepted", { given: {}, accept: "text/html", want: "<p>" }],
  ["another of JSON", { given: { mediaType: "application/scim+json" }, want: '{"b":2}' }],
  [
    "one with a parameter",
    { given: { mediaType: "application/json; version=2" }, accept: "application/json", want: '{"c":3}' },
  ],
  [
    "one that is not accepted",
    { given: { mediaType: "text/html" }, accept: "application/json", want: "<p>" },
  ],
  [
    "an example of it",
    { given: { mediaType: "application/scim+json", example: "default" }, accept: "*/*", want: '{"b":2}' },
  ],
];

it.each(types)("answers in the media type that a test asks for: %s", async (_, { given, accept, want }) => {
  const mock = await mockOf(get("/one", media));
  mock.prefer(given);
  const response = await fetch(`${mock.url}/one`, accept === undefined ? {} : { headers: { accept } });
  expect(await response.text()).toBe(want);
  expect(mock.violations).toEqual([]);
});

it("refuses a media type that is not there, and an example of another", async () => {
  const mock = await mockOf(get("/one", media));
  expect(() => mock.prefer({ mediaType: "text/csv" })).toThrow(
    'no operation answers no "text/csv" there. It answers: application/json, application/scim+json, ',
  );
  expect(() => mock.prefer({ mediaType: "application/json", example: "b" })).toThrow("It has: default.");
});

const ranges: readonly (readonly [string, { given: object; want: readonly [type: string, body: string] }])[] =
  [
    ["an object", { given: { schema: { type: "object" }, example: {} }, want: ["application/json", "{}"] }],
    ["a text", { given: { schema: { type: "string" }, example: "a" }, want: ["text/plain", "a"] }],
    [
      "a value that is a text",
      {
        given: { schema: { type: "string", format: "date" }, example: "2030-01-01" },
        want: ["application/json", '"2030-01-01"'],
      },
    ],
    [
      "bytes",
      {
        given: { schema: { type: "string", format: "binary" }, example: "a" },
        want: ["application/octet-stream", "a"],
      },
    ],
  ];

it.each(ranges)("answers any media type with one that says what it is: %s", async (_, { given, want }) => {
  const mock = await mockOf(get("/one", { "*/*": given }));
  mock.prefer({ mediaType: "*/*" });
  const response = await fetch(`${mock.url}/one`);
  expect([response.headers.get("content-type"), await response.text()]).toEqual(want);
  expect(mock.violations).toEqual([]);
});

const patches: readonly (readonly [string, { given: unknown; want: number }])[] = [
  ["application/merge-patch+json", { given: { a: 1 }, want: 204 }],
  ["application/merge-patch+json", { given: [1], want: 422 }],
  ["application/json-patch+json", { given: [1], want: 204 }],
  ["application/json-patch+json", { given: { a: 1 }, want: 422 }],
];

it.each(patches)("judges a body by the media type that it is sent in: %s", async (type, { given, want }) => {
  const content = {
    "application/json-patch+json": { schema: { type: "array" } },
    "application/merge-patch+json": { schema: { type: "object" } },
  };
  const patch = { requestBody: { content }, responses: { 204: { description: "Done." } } };
  const mock = await mockOf({ "/one": { patch } });
  const init = { method: "PATCH", headers: { "content-type": type }, body: JSON.stringify(given) };
  expect((await fetch(`${mock.url}/one`, init)).status).toBe(want);
});

const routes: readonly (readonly [string, { paths: readonly string[]; want: string }])[] = [
  ["/compare/a...b", { paths: ["/compare/{range}", "/compare/{base}...{head}"], want: "{base}...{head}" }],
  ["/compare/a..b", { paths: ["/compare/{base}...{head}", "/compare/{range}"], want: "{range}" }],
  ["/compare/7", { paths: ["/compare/{id}", "/compare/7"], want: "7" }],
  ["/compare/7:stop", { paths: ["/compare/{id}", "/compare/{id}:stop"], want: "{id}:stop" }],
  ["/compare/v1.2", { paths: ["/compare/{a}", "/compare/{a}.{b}", "/compare/v{a}.{b}"], want: "v{a}.{b}" }],
];

it.each(routes)("leads %s to the path with the most literal text", async (path, { paths, want }) => {
  const mock = await mockOf(Object.assign({}, ...paths.map((one) => get(one, json({ example: one })))));
  const response = await fetch(mock.url + path);
  expect(await response.json()).toBe(`/compare/${want}`);
});

const schemes: readonly (readonly [
  string,
  { given: object; headers?: Record<string, string>; want: number },
])[] = [
  ["a certificate", { given: { type: "mutualTLS" }, want: 200 }],
  ["a scheme of HTTP that nobody judges", { given: { type: "http", scheme: "negotiate" }, want: 200 }],
  ["a token", { given: { type: "http", scheme: "bearer" }, want: 401 }],
  ["digest", { given: { type: "http", scheme: "digest" }, want: 401 }],
];

it.each(schemes)("asks for what a request can show: %s", async (_, { given, want }) => {
  const paths = get("/one", json({ example: 1 }), { security: [{ S: [] }] });
  const mock = await mockOf(paths, { securitySchemes: { S: given } });
  expect((await fetch(`${mock.url}/one`)).status).toBe(want);
});
