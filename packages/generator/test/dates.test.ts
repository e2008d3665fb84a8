import { describe, expect, it } from "vitest";
import { emitSources } from "../src/emit/typescript/sources.ts";
import type { Model } from "../src/model/types.ts";
import { modelOf } from "./support/emit.ts";
import { withPackage, withServer } from "./support/run-model.ts";

const day = "{ type: string, format: date }";
const time = "{ type: string, format: date-time }";

function stays(schemas: string, media = "application/json"): Model {
  return modelOf(`
servers: [{ url: https://shop.test }]
paths:
  /stays/{from}:
    put:
      operationId: stays.put
      parameters: [{ name: from, in: path, required: true, schema: ${day} }]
      requestBody: { content: { ${media}: { schema: { $ref: "#/components/schemas/Stay" } } } }
      responses: { "204": { description: Done. } }
components:
  schemas:
    ${schemas}
`);
}

/** The dates of the operation, as they are emitted. */
function placesOf(schemas: string): string | undefined {
  const text = emitSources(stays(schemas)).get("src/resources/stays.ts") ?? "";
  return /dates: (dates\(.*?\)) \}/s.exec(text)?.[1];
}

describe("dates without a time", () => {
  it.each<[name: string, schemas: string, want: string]>([
    [
      "a field",
      `Stay: { type: object, properties: { to: ${day} } }`,
      "{ path: { from: true }, body: { to: true } }",
    ],
    [
      "no time, and no text",
      `Stay: { type: object, properties: { to: ${time}, name: { type: string } } }`,
      "{ path: { from: true } }",
    ],
    [
      "lists, maps and tuples",
      `Stay: { type: object, properties: { a: { type: array, items: ${day} }, b: { additionalProperties: ${day} }, c: { prefixItems: [{ type: string }, ${day}], items: ${day} } } }`,
      '{ path: { from: true }, body: { a: { "*": true }, b: { "*": true }, c: { "1": true, "*": true } } }',
    ],
    [
      "what holds itself",
      `Stay: { type: object, properties: { next: { $ref: "#/components/schemas/Stay" }, to: { type: [string, "null"], format: date } } }`,
      '{ path: { from: true }, body: { next: "Stay", to: true } }',
    ],
    [
      "a base",
      `Stay: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { a: { type: string } } }] }\n    Base: { type: object, properties: { to: ${day} } }`,
      "{ path: { from: true }, body: { to: true } }",
    ],
    [
      "alternatives, each with a day",
      `Stay: { type: object, properties: { v: { oneOf: [{ type: object, properties: { a: ${day} } }, { type: object, properties: { b: ${day} } }] } } }`,
      "{ path: { from: true }, body: { v: [{ a: true }, { b: true }] } }",
    ],
    [
      "no alternative, where another one has a time",
      `Stay: { type: object, properties: { v: { oneOf: [{ type: object, properties: { a: ${day} } }, { type: object, properties: { a: ${time} } }] } } }`,
      "{ path: { from: true } }",
    ],
  ])("%s", (_, schemas, want) => {
    expect(placesOf(schemas)?.replace(/\s+/g, " ")).toBe(`dates(${want})`);
  });

  it("make no file where there are none", () => {
    const model = modelOf(
      `paths: { /a: { get: { operationId: a.get, parameters: [{ name: at, in: query, schema: ${time} }], responses: { "204": { description: Done. } } } } }`,
    );
    expect([...emitSources(model).keys()]).not.toContain("src/dates.ts");
  });

  it.each([
    ["application/json", '{"to":"2026-02-01","next":{"to":"2026-02-02"},"at":"2026-01-31T12:00:00.000Z"}'],
    ["application/x-www-form-urlencoded", "to=2026-02-01&at=2026-01-31T12%3A00%3A00.000Z"],
  ])("are sent by the emitted client as the days in UTC, in %s", async (media, want) => {
    const next = media.endsWith("json") ? `next: { $ref: "#/components/schemas/Stay" }, ` : "";
    const model = stays(`Stay: { type: object, properties: { ${next}to: ${day}, at: ${time} } }`, media);
    await withPackage(model, ({ Shop }) =>
      withServer(
        () => ({ status: 204 }),
        async (baseURL, seen) => {
          const noon = new Date("2026-01-31T12:00:00Z");
          const params = {
            to: new Date("2026-02-01T00:00:00Z"),
            ...(next === "" ? {} : { next: { to: new Date("2026-02-01T23:00:00-02:00") } }),
            at: noon,
          };
          await new Shop({ baseURL }).stays.put(noon, params);
          expect([seen[0]?.url, seen[0]?.text]).toEqual(["/stays/2026-01-31", want]);
        },
      ),
    );
  });
});
