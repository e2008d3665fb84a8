import { expect, it } from "vitest";
import { allCases } from "../src/faults/cases/all.ts";
import { runFaults } from "../src/index.ts";
import { makeClient } from "./support/packages.ts";

// Lists whose answers say nothing of where they end: an empty page does, in each style.
const object = { type: "object", properties: { id: { type: "string" } } };
const rows: [name: string, parameters: string[], body: object, example: object, pagination?: object][] = [
  [
    "offset",
    ["offset", "limit"],
    { type: "object", properties: { ticks: { type: "array", items: object } } },
    { ticks: [{ id: "1" }] },
  ],
  [
    "page",
    ["page", "limit"],
    { type: "object", properties: { ticks: { type: "array", items: object } } },
    { ticks: [{ id: "1" }] },
  ],
  ["page-of-a-list", ["page", "per_page"], { type: "array", items: object }, [{ id: "1" }]],
  ["offset-of-texts", ["offset", "limit"], { type: "array", items: { type: "string" } }, ["one"]],
  [
    "links",
    ["page"],
    {
      type: "object",
      properties: {
        count: { type: "integer" },
        next: { type: "string", format: "uri", nullable: true },
        results: { type: "array", items: object },
      },
    },
    { count: 1, next: null, results: [{ id: "1" }] },
  ],
  [
    "last-item",
    ["after", "limit"],
    { type: "object", properties: { ticks: { type: "array", items: object } } },
    { ticks: [{ id: "1" }] },
    {
      style: "lastItem",
      items: "/ticks",
      request: { after: "after", limit: "limit" },
      response: { itemId: "/id" },
    },
  ],
];

it.each(rows)(
  "%s: withstands the faults of pages and bodies",
  async (name, parameters, schema, example, pagination) => {
    const type = (one: string): string => (one === "after" ? "string" : "integer");
    const document = {
      openapi: "3.0.3",
      info: { title: "Bare pages", version: "1" },
      servers: [{ url: "https://api.example.com" }],
      paths: {
        "/ticks": {
          get: {
            operationId: "listTicks",
            ...(pagination && { "x-trunkline": { pagination } }),
            parameters: parameters.map((one) => ({ name: one, in: "query", schema: { type: type(one) } })),
            responses: { 200: { description: "OK", content: { "application/json": { schema, example } } } },
          },
        },
      },
    };
    const { folder, diagnostics } = await makeClient(`bare-${name}`, document);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const cases = allCases.map(({ id }) => id).filter((id) => /^(?:pages|body)\/|inspect-result/.test(id));
    const { cells } = await runFaults(folder, { cases });
    expect(cells.filter(({ verdict }) => verdict === "fail").map(({ id, detail }) => [id, detail])).toEqual(
      [],
    );
    expect(cells.filter(({ verdict }) => verdict === "pass").length).toBeGreaterThan(1);
  },
);
