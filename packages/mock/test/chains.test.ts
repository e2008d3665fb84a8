import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { JsonObject } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { boundFaults } from "../src/judge/bound-faults.ts";
import { startMock } from "../src/start.ts";

const ofPrism = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));

/** Schemas of which each leads to the next one, and the last to nothing, or to the first. */
function chain(length: number, base: string, last?: string): JsonObject {
  return Object.fromEntries(
    Array.from({ length }, (_, index) => {
      const ref = index < length - 1 ? `${base}S${index + 1}` : last;
      const next = ref === undefined ? {} : { next: { $ref: ref } };
      return [`S${index}`, { type: "object", properties: { v: { type: "integer" }, ...next } }];
    }),
  );
}

describe("schemas that lead to each other", () => {
  it.each([
    ["in a chain", undefined],
    ["in a ring", "#/components/schemas/S0"],
  ])(
    "%s of 1,500 are judged",
    async (_, last) => {
      const body = { "application/json": { schema: { $ref: "#/components/schemas/S0" } } };
      const document = {
        openapi: "3.1.0",
        info: { title: "Chain", version: "1" },
        paths: {
          "/c": {
            post: { requestBody: { content: body }, responses: { "204": { description: "Taken." } } },
          },
        },
        components: { schemas: chain(1500, "#/components/schemas/", last) },
      };
      const folder = await mkdtemp(join(tmpdir(), "trunkline-chain-"));
      const file = join(folder, "openapi.json");
      await writeFile(file, JSON.stringify(document));
      const mock = await startMock(file, { timeLimit: 60_000 });
      try {
        const answer = async (v: unknown): Promise<number> => {
          const response = await fetch(`${mock.url}/c`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify({ v: 1, next: { next: { v } } }),
          });
          return response.status;
        };
        expect(await answer(1)).toBe(204);
        expect(await answer("one")).toBe(422);
      } finally {
        await mock.close();
        await rm(folder, { recursive: true });
      }
    },
    60_000,
  );

  it("beyond what the validator can compile are told, and not taken for right", () => {
    boundFaults();
    const { default: Ajv } = ofPrism("ajv") as {
      default: new (
        options: object,
      ) => {
        compile(schema: object): { (value: unknown): boolean; errors?: readonly { message: string }[] };
      };
    };
    const $defs = chain(20_000, "#/$defs/");
    const validate = new Ajv({ strict: false }).compile({ $ref: "#/$defs/S0", $defs });
    expect(validate({ v: 1 })).toBe(false);
    expect(validate.errors).toEqual([
      expect.objectContaining({ message: expect.stringMatching(/^cannot be judged/) }),
    ]);
  });
});
