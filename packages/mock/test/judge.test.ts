import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mock, Violation } from "../src/index.ts";
import { type Call, call, startShop } from "./shop.ts";

let mock: Mock;
beforeAll(async () => {
  mock = await startShop();
});
afterAll(() => mock.close());

function form(fields: Readonly<Record<string, string | Blob | readonly (string | Blob)[]>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) data.append(name, one as string);
  return data;
}

const FILE = new Blob(["x"]);

const GOOD: readonly (readonly [name: string, path: string, given: Call])[] = [
  ["a repeated list", "/items?tags=a&tags=b", {}],
  ["a deep object", "/items?filter[color]=red", {}],
  ["a literal colon", "/items:archive", { method: "POST" }],
  ["members of a free object", "/items", { json: { name: "a", meta: { any: { thing: 1 } } } }],
  ["members of a map", "/items", { json: { name: "a", labels: { de: { text: "x" } } } }],
  ["fields of any alternative", "/items", { json: { name: "a", kind: { b: "x" } } }],
  ["a recursive body", "/tree", { method: "PUT", json: { children: [{ children: [{ value: "x" }] }] } }],
  ["one file for a list", "/upload", { body: form({ files: FILE }) }],
  ["a number in a form", "/upload", { body: form({ files: FILE, gain: "0.5" }) }],
];

const BAD: readonly (readonly [
  name: string,
  path: string,
  given: Call,
  want: Partial<Violation>,
  status: number,
])[] = [
  [
    "an unknown query parameter",
    "/items?color=red",
    {},
    { by: "trunkline", location: ["query", "color"] },
    422,
  ],
  [
    "a query parameter in another case",
    "/items?Limit=2",
    {},
    { by: "trunkline", location: ["query", "Limit"] },
    422,
  ],
  [
    "a single value sent twice",
    "/items?page=1&page=2",
    {},
    { by: "trunkline", location: ["query", "page"] },
    422,
  ],
  [
    "a query parameter out of bounds",
    "/items?limit=0",
    {},
    { by: "prism", location: ["query", "limit"] },
    422,
  ],
  ["a missing key", "/items/best", { headers: { "X-Key": "" } }, { by: "prism" }, 401],
  ["an unknown body field", "/items", { json: { name: "a", nome: 1 } }, { location: ["body", "nome"] }, 422],
  [
    "an unknown field of a map's member",
    "/items",
    { json: { name: "a", labels: { de: { txt: "x" } } } },
    { location: ["body", "labels", "de", "txt"] },
    422,
  ],
  [
    "an unknown field of no alternative",
    "/items",
    { json: { name: "a", kind: { c: 1 } } },
    { location: ["body", "kind", "c"] },
    422,
  ],
  [
    "an unknown field deep in a recursive body",
    "/tree",
    { method: "PUT", json: { children: [{ children: [{ vlaue: "x" }] }] } },
    { location: ["body", "children", "0", "children", "0", "vlaue"] },
    422,
  ],
  [
    "a body of the wrong type",
    "/items",
    { json: { name: 1 } },
    { by: "prism", location: ["body", "name"] },
    422,
  ],
  [
    "a missing body",
    "/items",
    { method: "POST" },
    { by: "prism", message: "Body parameter is required" },
    422,
  ],
  [
    "a body where none is declared",
    "/items:archive",
    { json: {} },
    { by: "trunkline", location: ["body"] },
    422,
  ],
  [
    "a body that is not JSON",
    "/items",
    { body: "{", headers: { "content-type": "application/json" } },
    { message: "The body is not valid JSON." },
    422,
  ],
  [
    "a body of another media type",
    "/items",
    { body: "a", headers: { "content-type": "text/csv" } },
    { by: "prism" },
    422,
  ],
  [
    "an unknown part",
    "/upload",
    { body: form({ files: FILE, file: "x" }) },
    { location: ["body", "file"] },
    422,
  ],
  [
    "too many files",
    "/upload",
    { body: form({ files: [FILE, FILE, FILE] }) },
    { by: "prism", location: ["body", "files"] },
    422,
  ],
  [
    "a number out of bounds in a form",
    "/upload",
    { body: form({ files: FILE, gain: "2" }) },
    { by: "prism", location: ["body", "gain"] },
    422,
  ],
  [
    "an unknown path",
    "/nothing",
    {},
    { location: ["path"], message: "The document has no path /nothing." },
    404,
  ],
  [
    "a method that the path has not",
    "/items",
    { method: "DELETE" },
    { location: ["method"], message: "The document has no DELETE /items, only GET, POST." },
    405,
  ],
  ["an example that its schema refuses", "/broken", {}, { in: "response", location: ["body", "id"] }, 200],
];

describe("a good request has no violations", () => {
  it.each(GOOD)("%s", async (_, path, given) => {
    const { status, seen } = await call(mock, path, given);
    expect(seen?.violations).toEqual([]);
    expect(status).toBeLessThan(300);
  });
});

describe("a bad one has", () => {
  it.each(BAD)("%s", async (_, path, given, want, status) => {
    const answered = await call(mock, path, given);
    expect(answered.seen?.violations).toContainEqual(expect.objectContaining(want));
    expect(answered.status).toBe(status);
    expect(answered.headers.get("sl-violations")).toContain(answered.seen?.violations[0]?.by);
  });
});

it("says what is wrong in the answer", async () => {
  const { json } = await call(mock, "/items?color=red");
  expect(json).toMatchObject({
    status: 422,
    detail: 'The query parameter "color" is not declared for GET /items.',
    validation: [{ location: ["query", "color"] }],
  });
});

it("refuses a path outside the document's servers, and takes those of each server", async () => {
  const get = async (path: string): Promise<number> =>
    (await fetch(mock.origin + path, { headers: { "X-Key": "k" } })).status;
  expect([await get("/items/best"), await get("/api/items/best"), await get("/api/v1/items/best")]).toEqual([
    404, 200, 200,
  ]);
  expect(mock.requests.at(-3)?.violations[0]?.message).toBe(
    "The path /items/best is not below a server of the document (/api/v1, /api).",
  );
});

it("prefers literal segments to templated ones", async () => {
  expect((await call(mock, "/items/best")).json).toEqual({ id: 99 });
  expect((await call(mock, "/items/worst")).json).toEqual({ id: 7 });
});

it("leaves unknown parameters alone when it is not to be strict", async () => {
  await using lax = await startShop({ strict: false });
  const { status, seen } = await call(lax, "/items?color=red");
  expect([status, seen?.violations]).toEqual([200, []]);
});

it("keeps the violations of all requests", async () => {
  await using other = await startShop();
  await call(other, "/items?color=red");
  await call(other, "/items");
  await call(other, "/items?size=2");
  expect(other.violations.map((one) => one.location)).toEqual([
    ["query", "color"],
    ["query", "size"],
  ]);
});
