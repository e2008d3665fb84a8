import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openDocument, paginationsOf, readOperations } from "../src/document/index.ts";
import { startMock } from "../src/index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mock-guesses-"));
});
afterEach(() => rm(folder, { recursive: true }));

const pagination = {
  style: "cursor",
  items: "/data",
  request: { cursor: "after" },
  response: { next: "/next" },
};
const content = { "application/x-ndjson": { schema: { type: "object" }, example: '{"n":1}\n' } };
const parameters = [{ name: "old", in: "query", deprecated: true, schema: { type: "string" } }];

async function write(lock: string | undefined, root: object = {}): Promise<string> {
  const file = join(folder, "openapi.json");
  const get = { parameters, responses: { 200: { description: "", content } } };
  const info = { title: "A", version: "1" };
  await writeFile(file, JSON.stringify({ openapi: "3.1.0", info, paths: { "/a": { get } }, ...root }));
  if (lock !== undefined) await writeFile(join(folder, "names.lock"), lock);
  return file;
}

const lock = JSON.stringify({ operations: { "GET /a": { pagination: [pagination] } }, leftOut: ["GET /b"] });

it.each<[string, string | undefined, object, readonly object[]]>([
  ["what names.lock says that was guessed", lock, {}, [pagination]],
  [
    "nothing, where the document names a way to page, and not there",
    lock,
    { "x-trunkline": { version: 1, pagination: { ...pagination, items: "/own" } } },
    [],
  ],
  ["nothing, without a lock", undefined, {}, []],
  ["nothing, with a broken lock", "{", {}, []],
  [
    "nothing, where a guess is not one",
    '{ "operations": { "GET /a": { "pagination": [{ "style": "x" }] } } }',
    {},
    [],
  ],
])("an operation is paged by %s", async (_what, given, root, want) => {
  const document = openDocument(await write(given, root));
  const [operation] = readOperations(document);
  expect(operation && paginationsOf(document, operation)).toEqual(want);
});

it("neither a deprecated parameter nor a stream is a violation", async () => {
  const mock = await startMock(await write(undefined));
  try {
    expect(await (await fetch(`${mock.url}/a?old=x`)).text()).toBe('{"n":1}\n');
    expect(mock.violations).toEqual([]);
  } finally {
    await mock.close();
  }
});
