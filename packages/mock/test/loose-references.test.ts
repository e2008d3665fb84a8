import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startMock } from "../src/index.ts";

// Documents say in extensions which other schema a value stands for. Followed, each schema would hold all others.
const names = Array.from({ length: 20 }, (_, index) => `Definition${index}`);
const schemas = Object.fromEntries(
  names.map((name) => [
    name,
    {
      type: "object",
      required: ["x-rank"],
      properties: {
        "x-rank": { $ref: "#/components/schemas/Rank" },
        ...Object.fromEntries(
          names.map((other) => [
            `${other}Hash`,
            { type: "integer", "x-mapped-definition": { $ref: `#/components/schemas/${other}` } },
          ]),
        ),
      },
    },
  ]),
);
const document = {
  openapi: "3.0.0",
  info: { title: "Definitions", version: "1" },
  paths: {
    "/definitions": {
      post: {
        "x-see": [{ schema: { $ref: "#/components/schemas/Definition1" } }],
        requestBody: {
          required: true,
          content: { "application/json": { schema: { $ref: "#/components/schemas/Definition0" } } },
        },
        responses: {
          200: {
            description: "OK",
            headers: { "x-rank": { $ref: "#/components/headers/x-rank" } },
            content: {
              "application/json": {
                schema: { type: "object" },
                example: { "x-kept": { $id: 1 }, properties: { "x-kept": [1] } },
              },
            },
          },
        },
      },
    },
  },
  components: {
    headers: { "x-rank": { schema: { type: "integer" }, example: 7 } },
    schemas: { ...schemas, Rank: { type: "integer" } },
  },
};

it("follows no reference that stands in an extension", { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-mock-"));
  try {
    await writeFile(join(folder, "openapi.json"), JSON.stringify(document));
    await using mock = await startMock(join(folder, "openapi.json"));
    const post = (body: object): Promise<Response> =>
      fetch(`${mock.url}/definitions`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const right = await post({ "x-rank": 1, Definition3Hash: 2 });
    expect(right.status).toBe(200);
    expect(right.headers.get("x-rank")).toBe("7");
    expect(await right.json()).toEqual({ "x-kept": { $id: 1 }, properties: { "x-kept": [1] } });
    expect((await post({ "x-rank": "text" })).status).toBe(422);
    expect((await post({ "x-rank": 1, Definition3Hash: "text" })).status).toBe(422);
    expect((await post({})).status).toBe(422);
  } finally {
    await rm(folder, { recursive: true });
  }
});
