import { describe, expect, it } from "vitest";
import { buildModel } from "../src/model/build.ts";
import type { Model } from "../src/model/types.ts";
import { read, yaml } from "./support/documents.ts";

const ok = 'responses: { "204": { description: Good. } }';
const of = async (rest: string): Promise<Model> =>
  buildModel(await read({ "openapi.yaml": yaml(rest, "3.2.0") }), undefined, { folder: "shop" });

describe("methods of OpenAPI 3.2", () => {
  it("are operations, with a body and a name", async () => {
    const body =
      "requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } }";
    const model = await of(`paths:
  /things:
    query: { operationId: things.find, ${body}, ${ok} }
    additionalOperations:
      COPY: { tags: [things], ${ok} }
      M-SEARCH: { operationId: things.look, ${ok} }
`);
    expect(
      model.operations.map(({ id, httpMethod, body: sent }) => [id, httpMethod, sent?.placement]),
    ).toEqual([
      ["things.find", "QUERY", "fields"],
      ["things.copy", "COPY", undefined],
      ["things.look", "M-SEARCH", undefined],
    ]);
  });

  it.each([
    ["GET", "GET is not an additional operation", 'move it to the key "get" of the path'],
    ["query", "query is not an additional operation", 'move it to the key "query" of the path'],
    ["CONNECT", "fetch refuses to send CONNECT", "send it with a client that is not fetch"],
    ["track", "fetch refuses to send track", "send it with a client that is not fetch"],
    ["a b", '"a b" is not a method of HTTP that a client can send', "a method is letters"],
    ["'x`;'", '"x`;" is not a method of HTTP that a client can send', "a method is letters"],
  ])("%s is left out", async (method, reason, hint) => {
    const model = await of(
      `paths: { /a: { additionalOperations: { ${method}: { operationId: a.b, ${ok} } } } }\n`,
    );
    expect(model.operations).toEqual([]);
    expect(
      model.diagnostics
        .filter(({ code }) => code === "operation-left-out")
        .map((one) => [one.message, one.hint]),
    ).toEqual([[expect.stringContaining(reason), hint]]);
  });

  it("leave out what has the whole query as a parameter", async () => {
    const query = "parameters: [{ in: querystring, name: q, content: { application/json: { schema: {} } } }]";
    const model = await of(`paths: { /a: { get: { operationId: a.b, ${query}, ${ok} } } }\n`);
    expect(model.diagnostics.map(({ message }) => message)).toContain(
      'GET /a is left out: the parameter "q" is the whole query',
    );
  });
});

describe("tags of OpenAPI 3.2", () => {
  const named = async (tags: string, own: string): Promise<readonly string[]> =>
    (
      await of(
        `tags: ${tags}\npaths: { /refunds: { get: { operationId: listRefunds, tags: ${own}, ${ok} } } }\n`,
      )
    ).operations.map(({ id }) => id);
  it.each([
    [
      "within another",
      "[{ name: Payments }, { name: Refunds, parent: Payments }]",
      "[Refunds]",
      "payments.refunds.list",
    ],
    [
      "two deep",
      "[{ name: A }, { name: B, parent: A }, { name: Refunds, parent: B }]",
      "[Refunds]",
      "a.b.refunds.list",
    ],
    [
      "that say something else",
      "[{ name: beta, kind: badge }, { name: Refunds, kind: nav }]",
      "[beta, Refunds]",
      "refunds.list",
    ],
    ["that all say something else", "[{ name: beta, kind: badge }]", "[beta]", "beta.listRefunds"],
    [
      "in a circle",
      "[{ name: A, parent: Refunds }, { name: Refunds, parent: A }]",
      "[Refunds]",
      "a.refunds.list",
    ],
    ["of a parent that is nowhere", "[{ name: Refunds, parent: Gone }]", "[Refunds]", "gone.refunds.list"],
  ])("%s", async (_, tags, own, want) => {
    expect(await named(tags, own)).toEqual([want]);
  });

  it("describe a resource by their summary", async () => {
    const model = await of(
      `tags: [{ name: Refunds, summary: Money back }]\npaths: { /refunds: { get: { operationId: listRefunds, tags: [Refunds], ${ok} } } }\n`,
    );
    expect(model.resources[0]?.description).toBe("Money back");
  });
});

describe("sequences of OpenAPI 3.2", () => {
  const stream = async (media: string): Promise<string | undefined> => {
    const { operations } = await of(
      `paths: { /a: { get: { operationId: a.b, responses: { "200": { description: d, content: { ${media} } } } } } }\ncomponents: { schemas: { A: { type: object, required: [n], properties: { n: { type: integer } } } } }\n`,
    );
    return JSON.stringify(operations[0]?.result.type);
  };
  const event = (data: string): string =>
    `text/event-stream: { itemSchema: { type: object, required: [data], properties: { event: { type: string }, data: ${data} } } }`;
  it.each([
    [
      "JSON lines",
      'application/jsonl: { itemSchema: { $ref: "#/components/schemas/A" } }',
      '"of":"values","items":{"kind":"reference","name":"A"',
    ],
    [
      "lists on lines",
      "application/jsonl: { itemSchema: { type: array, items: { type: string } } }",
      '"of":"values","items":{"kind":"array"',
    ],
    [
      "data of events",
      event(
        '{ type: string, contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/A" } }',
      ),
      '"of":"events","items":{"kind":"reference","name":"A"',
    ],
    [
      "text of events",
      event("{ type: string }"),
      '"of":"values","items":{"kind":"external","name":"ServerSentEvent"}',
    ],
    [
      "events that are values",
      'text/event-stream: { itemSchema: { $ref: "#/components/schemas/A" } }',
      '"of":"events","items":{"kind":"reference","name":"A"',
    ],
  ])("%s", async (_, media, want) => {
    expect(await stream(media)).toContain(want);
  });
});
