import { expect, it } from "vitest";
import { formatFaults, formatReport, runContract, runFaults } from "../src/index.ts";
import { makeClient } from "./support/packages.ts";

async function packageOf(name: string, paths: object): Promise<string> {
  const document = { openapi: "3.1.0", info: { title: "Hardly", version: "1" }, paths };
  const { folder } = await makeClient(name, document);
  return folder;
}

const text = { type: "string" };
const thing = { type: "object", required: ["id"], properties: { id: text } };

function listed(query: readonly string[], schema: object, example: unknown): object {
  return {
    operationId: "things.list",
    parameters: query.map((name) => ({ name, in: "query", schema: { type: "integer" } })),
    responses: { "200": { description: "Things.", content: { "application/json": { schema, example } } } },
  };
}

it("a document without examples does not look like success", async () => {
  const content = { "application/json": { schema: thing } };
  const folder = await packageOf("without-examples", {
    "/things": { get: { operationId: "things.get", responses: { "200": { description: "One.", content } } } },
  });
  expect(await runContract(folder)).toMatchObject({ passed: false, failures: 1 });
  const noted = await runContract(folder, { documentFaults: "note" });
  expect(noted).toMatchObject({ cases: 2, tried: 1, failures: 0 });
  expect(formatReport(noted)).toMatch(/1 passed, 0 failed, 1 not tried \(\d+ ms\)/);
  const faults = await runFaults(folder, { groups: ["resources"] });
  expect(faults).toMatchObject({ failed: 0, callable: 0 });
  expect(formatFaults(faults)).toContain("No operation could be called");
}, 60_000);

it("a document without operations does not look like success", async () => {
  const folder = await packageOf("without-operations", {});
  expect(await runContract(folder)).toMatchObject({ passed: false, cases: 0, tried: 0 });
}, 60_000);

const lists: readonly (readonly [name: string, list: object])[] = [
  [
    "pages by links alone",
    listed(
      ["page", "size"],
      {
        type: "object",
        properties: {
          _embedded: { type: "object", properties: { things: { type: "array", items: thing } } },
          _links: {
            type: "object",
            properties: { next: { type: "object", properties: { href: text } } },
          },
        },
      },
      { _embedded: { things: [{ id: "a" }] }, _links: {} },
    ),
  ],
  [
    "an offset, and nothing that says where the list ends",
    listed(
      ["offset", "limit"],
      { type: "object", properties: { things: { type: "array", items: thing } } },
      { things: [{ id: "a" }] },
    ),
  ],
  [
    "page numbers, and nothing that says where the list ends",
    listed(
      ["page", "per_page"],
      { type: "object", properties: { things: { type: "array", items: thing } } },
      { things: [{ id: "a" }] },
    ),
  ],
];

it.each(lists)(
  "a document of nothing but %s is judged as the client reads it",
  async (name, list) => {
    const folder = await packageOf(name.replace(/\W+/g, "-").slice(0, 12), { "/things": { get: list } });
    const contract = await runContract(folder, { documentFaults: "note" });
    expect(contract.results.flatMap(({ problems }) => problems)).toEqual([]);
    const { cells, callable } = await runFaults(folder, { groups: ["body", "pages"] });
    expect(cells.filter(({ verdict }) => verdict === "fail")).toEqual([]);
    expect(callable).toBe(1);
  },
  60_000,
);
