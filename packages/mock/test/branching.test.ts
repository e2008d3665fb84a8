import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@trunkline/document";
import { expect, it } from "vitest";
import { startMock } from "../src/index.ts";

const ref = (index: number): JsonObject => ({ $ref: `#/components/schemas/S${index}` });

/** Each schema leads to two others; `next` says which. */
function documentOf(openapi: string, count: number, next: (index: number) => readonly number[]): JsonObject {
  const schema = (index: number): JsonObject => ({
    type: "object",
    required: ["id"],
    properties: {
      id: { type: "integer" },
      note: openapi === "3.0.3" ? { type: "string", nullable: true } : { type: ["string", "null"] },
      ...Object.fromEntries(next(index).map((to, at) => [at ? "list" : "one", at ? listOf(to) : ref(to)])),
    },
  });
  const listOf = (to: number): JsonObject => ({ type: "array", items: ref(to) });
  const content = { "application/json": { schema: ref(0) } };
  return {
    openapi,
    info: { title: "Rings", version: "1" },
    paths: {
      "/s": {
        parameters: [{ name: "by", in: "query", schema: { $ref: "#/components/schemas/By" } }],
        post: {
          requestBody: { required: true, content },
          responses: {
            200: {
              description: "OK",
              content: { "application/json": { ...content["application/json"], example: { id: 7 } } },
            },
          },
        },
      },
    },
    components: {
      schemas: {
        By: { type: "string", enum: ["id", "note"] },
        ...Object.fromEntries(Array.from({ length: count }, (_one, index) => [`S${index}`, schema(index)])),
      },
    },
  };
}

const documents: readonly (readonly [string, JsonObject])[] = ["3.0.3", "3.1.0"].flatMap((openapi) => [
  [`${openapi}: a ring`, documentOf(openapi, 40, (index) => [(index + 1) % 40, (index + 2) % 40])],
  [
    `${openapi}: rings that meet`,
    documentOf(openapi, 120, (index) => [(index + 1) % 120, (index * 7 + 3) % 120]),
  ],
  [
    `${openapi}: two ways at each step`,
    documentOf(openapi, 60, (index) => (index < 59 ? [index + 1, index + 1] : [])),
  ],
  [
    `${openapi}: a long chain`,
    documentOf(openapi, 300, (index) => (index < 299 ? [index + 1, index + 1] : [])),
  ],
  [`${openapi}: a small ring`, documentOf(openapi, 3, (index) => [(index + 1) % 3, (index + 2) % 3])],
]);

it.each(documents)(
  "judges by schemas that lead on in many ways: %s",
  { timeout: 60_000 },
  async (_name, document) => {
    const folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
    try {
      await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
      await using mock = await startMock(join(folder, "openapi.json"));
      const ask = async (body: unknown, query = ""): Promise<[number, unknown]> => {
        const response = await fetch(`${mock.url}/s${query}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        return [response.status, await response.json()];
      };
      expect(
        await ask({ id: 1, note: null, one: { id: 2, list: [{ id: 3, one: { id: 4 } }] } }, "?by=id"),
      ).toEqual([200, { id: 7 }]);
      expect((await ask({ id: 1 }, "?by=other"))[0]).toBe(422);
      const [status, told] = await ask({ id: 1, one: { id: 2, list: [{ id: "3" }] } });
      expect(status).toBe(422);
      expect(JSON.stringify(told)).toContain("one.list.0.id");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);
