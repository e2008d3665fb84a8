import { type JsonObject, valueAt } from "@trunkline/document";
import { describe, expect, it } from "vitest";
import { brief, faultsOf, read, yaml } from "../support/documents.ts";

const document = async (rest: string): Promise<JsonObject> =>
  JSON.parse(JSON.stringify((await read({ "openapi.yaml": yaml(rest, "3.2.0") })).document));

const answer = (media: string, more = ""): string =>
  `paths:\n  /a:\n    get:\n      responses:\n        "200": { description: d, content: ${media} }\n${more}`;

describe("OpenAPI 3.2", () => {
  it.each([
    [
      "items of events",
      "{ text/event-stream: { itemSchema: { type: object } } }",
      { "text/event-stream": { schema: { type: "array", items: { type: "object" } } } },
    ],
    [
      "items that are lists",
      "{ application/jsonl: { itemSchema: { type: array } } }",
      { "application/jsonl": { schema: { type: "array", items: { type: "array" } } } },
    ],
    [
      "examples as data",
      "{ application/json: { examples: { a: { dataValue: { n: 1 } } } } }",
      { "application/json": { examples: { a: { value: { n: 1 } } } } },
    ],
  ])("says what older versions say for %s", async (_, media, want) => {
    expect(valueAt(await document(answer(media)), "/paths/~1a/get/responses/200/content")).toEqual(want);
  });

  it("copies media types to where they are referred to", async () => {
    const more = "components: { mediaTypes: { M: { itemSchema: { type: string } } } }\n";
    const given = await document(
      answer('{ application/jsonl: { $ref: "#/components/mediaTypes/M" } }', more),
    );
    expect(valueAt(given, "/paths/~1a/get/responses/200/content/application~1jsonl")).toEqual({
      schema: { type: "array", items: { type: "string" } },
    });
    expect(given.components).toEqual({});
  });

  it.each([
    ["https://docs.test/api/openapi.yaml", "https://docs.test/api/openapi.yaml#/components/schemas/A"],
    ["https://docs.test/api/openapi.yaml", "openapi#/components/schemas/A", "https://docs.test/api/openapi"],
    ["/api/main.json", "main.json#/components/schemas/A"],
    ["https://docs.test/api/", "/api/#/components/schemas/A"],
  ])("%s may be referred to as %s", async (self, ref, other = self) => {
    const rest = `$self: ${other}\ncomponents: { schemas: { A: { type: string }, B: { items: { $ref: "${ref}" } } } }\n`;
    const found = await document(rest);
    expect(found).not.toHaveProperty("$self");
    expect(valueAt(found, "/components/schemas/B/items")).toEqual({ $ref: "#/components/schemas/A" });
  });

  it("follows no address that is another's", async () => {
    const rest = `$self: https://docs.test/a.yaml\ncomponents: { schemas: { B: { items: { $ref: "https://docs.test/b.yaml#/A" } } } }\n`;
    expect(brief(await faultsOf({ "openapi.yaml": yaml(rest, "3.2.0") }))).toEqual([
      expect.stringContaining("error ref-remote"),
    ]);
  });

  it("tells what is ignored", async () => {
    const rest = answer(
      "{ application/jsonl: { schema: { type: array }, itemSchema: { type: string }, itemEncoding: {} } }",
    );
    expect(brief(await faultsOf({ "openapi.yaml": yaml(rest, "3.2.0") }))).toEqual([
      "openapi.yaml:9 warning said-twice",
      expect.stringContaining("openapi.yaml:9 warning unknown-key"),
    ]);
  });

  it.each([
    ["query", "paths: { /a: { query: { responses: {} } } }\n"],
    ["additionalOperations", "paths: { /a: { additionalOperations: {} } }\n"],
    ["itemSchema", answer("{ application/jsonl: { itemSchema: {} } }")],
    ["parent", "tags: [{ name: a, parent: b }]\n"],
  ])("has %s, and older versions do not", async (key, rest) => {
    const found = await faultsOf({ "openapi.yaml": yaml(rest) });
    expect(found.map(({ code, message, hint }) => [code, message.includes(`"${key}"`), hint])).toEqual([
      ["unknown-key", true, 'it is one of OpenAPI 3.2: write "openapi: 3.2.0"'],
    ]);
  });
});
