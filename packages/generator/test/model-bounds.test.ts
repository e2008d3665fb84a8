import type { JsonObject } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { buildModel } from "../src/model/build.ts";

const locate = () => ({ file: "openapi.yaml", line: 1, column: 1 });

/** `count` schemas, the first of which is answered. */
function withSchemas(count: number, schema: (index: number) => JsonObject): JsonObject {
  const schemas = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`V${index}`, schema(index)]),
  );
  const answer = {
    description: "Good.",
    content: { "application/json": { schema: { $ref: "#/components/schemas/V0" } } },
  };
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    servers: [{ url: "https://a.test" }],
    paths: { "/a": { post: { operationId: "a.b", responses: { "200": answer } } } },
    components: { schemas },
  };
}

const last = { type: "object", properties: { status: { type: "string", enum: ["a"] } } };
const next = (index: number): JsonObject => ({ $ref: `#/components/schemas/V${index + 1}` });

const rows: [name: string, document: JsonObject][] = [
  [
    "allOf that names the next twice",
    withSchemas(60, (index) => (index === 59 ? last : { allOf: [next(index), next(index)] })),
  ],
  [
    "a chain of allOf",
    withSchemas(3_000, (index) =>
      index === 2_999
        ? last
        : { allOf: [next(index), { type: "object", properties: { [`p${index}`]: { type: "string" } } }] },
    ),
  ],
  [
    "a chain of properties",
    withSchemas(5_000, (index) =>
      index === 4_999 ? last : { type: "object", properties: { next: next(index) } },
    ),
  ],
  [
    "a circle",
    withSchemas(2_000, (index) => ({
      type: "object",
      properties: { next: index === 1_999 ? { $ref: "#/components/schemas/V0" } : next(index) },
    })),
  ],
  [
    "allOf in a circle",
    withSchemas(3, (index) => ({ allOf: [index === 2 ? { $ref: "#/components/schemas/V0" } : next(index)] })),
  ],
  ["a list of 600,000", withSchemas(1, () => ({ type: "object", "x-a": Array(600_000).fill(1) }))],
  [
    "an enum of 100,000",
    withSchemas(1, () => ({
      type: "string",
      enum: Array.from({ length: 100_000 }, (_, value) => `v${value}`),
    })),
  ],
  [
    "10,000 schemas of one name",
    {
      ...withSchemas(1, () => last),
      components: {
        schemas: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, index) => [
            `V${"_".repeat(index % 200)}${".".repeat(index / 200)}`,
            last,
          ]),
        ),
      },
    },
  ],
  [
    "names of 300 characters",
    withSchemas(1, () => ({
      type: "object",
      properties: { ["x".repeat(300)]: { type: "object", properties: { ["y".repeat(300)]: last } } },
    })),
  ],
];

describe("documents that are made to be slow", () => {
  it.each(rows)("%s", { timeout: 20_000 }, (_name, document) => {
    const model = buildModel({ document, locate });
    expect(model.operations).toHaveLength(1);
  });
});
