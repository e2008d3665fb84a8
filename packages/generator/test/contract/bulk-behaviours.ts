import { expect } from "vitest";
import { withServer } from "../support/run-model.ts";
import type { Behaviour } from "./behaviours.ts";

const operation = (said: string, answer: string): string => `servers: [{ url: https://a.test }]
x-trunkline: { version: 1, client: { name: Shop }, idempotency: { header: X-Key, keys: auto } }
paths:
  /leads/{id}:
    post:
      operationId: leads.add
      x-trunkline: { bulk: { method: addAll, rows: /leads, ${said} } }
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: X-Key, in: header, schema: { type: string } }]
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [leads], properties: { leads: { type: array, items: { type: object, properties: { phone: { type: string } } } }, tag: { type: string } } } } } }
      responses: { "200": { description: Good., content: { application/json: { schema: { type: object, properties: { ${answer} } } } } } }`;

const failures = `got: { type: integer }, done: { type: integer }, lost: { type: integer }, errors: { type: array, items: { type: object, properties: { n: { type: integer }, phone: { type: string }, field: { type: string }, code: { type: string }, text: { type: string } } } }`;
const rows = [{ phone: "1" }, { phone: "2" }, { phone: "3" }];
const all = ["", ".at", ".row", ".base", ".field", ".code", ".message"];

/** Fates of the rows, where a request gets an answer. */
async function fatesOf(
  { Shop }: { Shop: new (options: object) => never },
  answer: object,
  options: object = {},
) {
  return await withServer(
    () => answer,
    async (baseURL, seen) => {
      const fates = [];
      const { leads } = new Shop({ baseURL }) as {
        leads: { addAll(...given: unknown[]): AsyncIterable<object> };
      };
      for await (const fate of leads.addAll("x", rows, { tag: "t" }, options)) fates.push(fate);
      return { fates: fates as Readonly<Record<string, unknown>>[], seen };
    },
  );
}

const words = (fates: readonly Readonly<Record<string, unknown>>[]) => fates.map(({ fate }) => fate).join();

export const bulkBehaviours: readonly Behaviour[] = [
  {
    keys: [
      ...["", ".method", ".rows", ".max", ".keyLifeSeconds", ".received", ".accepted", ".failed"],
      ...all.map((key) => `.errors${key}`),
    ].map((key) => `operation bulk${key}`),
    document: operation(
      "max: 2, keyLifeSeconds: 60, received: /got, accepted: [/done], failed: /lost, errors: { at: /errors, row: /n, base: 1, field: /field, code: /code, message: /text }",
      failures,
    ),
    async show(emitted) {
      const journal = { place: "here", open: async () => [], put: async () => {}, close: async () => {} };
      const named = { errors: [{ n: 2, field: "phone", code: "bad", text: "no" }], got: 2, done: 1, lost: 1 };
      const { fates, seen } = await fatesOf(emitted, { body: named }, { journal });
      expect(seen.map(({ body }) => body.leads.length)).toEqual([2, 1]);
      expect(seen[0]?.url).toBe("/leads/x");
      expect(seen[0]?.body.tag).toBe("t");
      expect(fates[1]).toMatchObject({ fate: "rejected", field: "phone", code: "bad", message: "no" });
      const told = { got: 2, done: 2, lost: 0, errors: [] };
      expect(words((await fatesOf(emitted, { body: told })).fates)).toBe("accepted,accepted,undetermined");
      for (const odd of [{ got: 1 }, { done: 1 }, { lost: 1 }]) {
        expect(words((await fatesOf(emitted, { body: { ...told, ...odd } })).fates)).toMatch(
          /^undetermined,undetermined/,
        );
      }
    },
  },
  {
    keys: ["operation bulk.key", "operation bulk.errors.key"],
    document: operation("key: /phone, errors: { at: /errors, key: /phone }", failures),
    async show(emitted) {
      const { fates } = await fatesOf(emitted, { body: { errors: [{ phone: "2" }] } });
      expect(words(fates)).toBe("accepted,rejected,accepted");
    },
  },
];
