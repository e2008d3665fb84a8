import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { completeExamples } from "../src/add/complete.ts";
import { at } from "../src/add/document-paths.ts";

/** A document with the examples that are made for it. */
function complete(text: string, budget?: Parameters<typeof completeExamples>[1]) {
  const root = JSON.parse(JSON.stringify(parse(text, { maxAliasCount: -1 })));
  const { additions, left, unmade } = completeExamples(root, budget);
  for (const { path, members } of additions) Object.assign(at(root, path) as object, members);
  return { root, made: additions.length, left, unmade };
}

describe("a document without examples", () => {
  const text = `paths:
  /things/{id}:
    put:
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      requestBody:
        content:
          application/json: { schema: { $ref: "#/components/schemas/Thing" } }
      responses:
        "200": { $ref: "#/components/responses/Thing" }
        "400":
          content:
            application/json: { schema: { type: object }, example: { given: true } }
components:
  responses:
    Thing:
      content:
        application/json: { schema: { $ref: "#/components/schemas/Thing" } }
  schemas:
    Thing:
      type: object
      required: [id]
      properties: { id: { type: string }, size: { type: integer } }
`;
  it("gets them where they are missing, and nowhere else", () => {
    const completed = complete(text);
    expect(completed.made).toBe(3);
    const { paths, components } = completed.root;
    const put = paths["/things/{id}"].put;
    expect(put.parameters[0].example).toBe("text");
    expect(put.requestBody.content["application/json"].examples).toEqual({
      full: { value: { id: "text", size: 1 } },
      minimal: { value: { id: "text" } },
    });
    expect(put.responses["400"].content["application/json"]).not.toHaveProperty("examples");
    expect(components.responses.Thing.content["application/json"].examples.default.value).toEqual({
      id: "text",
      size: 1,
    });
    expect(complete(JSON.stringify(completed.root))).toMatchObject({ made: 0, left: 0, unmade: [] });
  });

  it.each<[type: string, schema: object, request: unknown, answer?: unknown]>([
    [
      "application/x-www-form-urlencoded",
      { properties: { a: { type: "string" } }, required: ["a"] },
      { a: "text" },
    ],
    [
      "multipart/form-data",
      { properties: { a: { type: "string", format: "binary" } }, required: ["a"] },
      { a: "text" },
    ],
    ["application/octet-stream", { type: "string", format: "binary" }, "text"],
    ["image/png", { type: "string", format: "binary" }, "text"],
    ["text/csv", { type: "string" }, "text"],
    ["application/problem+json", { type: "integer" }, 1],
    ["application/xml", { type: "object" }, undefined],
    ["application/atom+xml", { type: "string" }, "text"],
    ["text/event-stream", { type: "string" }, "data: text\n\ndata: text1\n\n"],
    [
      "text/event-stream",
      { type: "object", required: ["n"], properties: { n: { type: "integer" } } },
      'data: {"n":1}\n\ndata: {"n":2}\n\n',
    ],
    [
      "text/event-stream; charset=utf-8",
      {
        properties: {
          event: { const: "tick" },
          data: { type: "object", required: ["n"], properties: { n: { const: 1 } } },
        },
      },
      'event: tick\ndata: {"n":1}\n\nevent: tick\ndata: {"n":1}\n\n',
    ],
    ["application/x-ndjson", { type: "array", items: { type: "integer" } }, "1\n2\n"],
    ["application/jsonl", { enum: ["a"] }, '"a"\n"a"\n'],
  ])("gets them in %s of %j", (type, schema, want) => {
    const media = { [type]: { schema } };
    const operation = { requestBody: { content: media }, responses: { 200: { content: media } } };
    const completed = complete(
      JSON.stringify({ openapi: "3.1.0", paths: { "/things": { post: operation } } }),
    );
    const { requestBody, responses } = completed.root.paths["/things"].post;
    expect(
      requestBody.content[type].examples?.full?.value ?? requestBody.content[type].examples?.default?.value,
    ).toEqual(want);
    expect(responses["200"].content[type].examples?.default?.value).toEqual(want);
  });

  it("gets one for a parameter that is JSON", () => {
    const schema = { type: "object", required: ["a"], properties: { a: { type: "integer" } } };
    const parameters = [{ name: "q", in: "query", content: { "application/json": { schema } } }];
    const completed = complete(
      JSON.stringify({ openapi: "3.1.0", paths: { "/a": { get: { parameters } } } }),
    );
    expect(completed.root.paths["/a"].get.parameters[0].content["application/json"].example).toEqual({
      a: 1,
    });
  });

  it("gets none, and names the place, where no value can be made", () => {
    const schema = { type: "string", pattern: "^(.)\\1$" };
    const parameters = [{ name: "q", in: "query", schema }];
    const responses = {
      200: {
        content: {
          "application/json": { schema: { type: "object", required: ["a"], properties: { a: false } } },
        },
      },
    };
    const completed = complete(
      JSON.stringify({ openapi: "3.1.0", paths: { "/a": { get: { parameters, responses } } } }),
    );
    expect(completed).toMatchObject({
      made: 0,
      left: 0,
      unmade: ["GET /a, answer 200, application/json", "GET /a, parameter q"],
    });
  });

  it("gets them for a status that is a number, and where a name has a percent sign", () => {
    const given =
      'paths: { /a: { get: { responses: { 200: { content: { application/json: { schema: { $ref: "#/x/100%" } } } } } } } }\nx: { 100%: { type: integer } }\n';
    const completed = complete(given);
    expect(completed.made).toBe(1);
    const { content } = completed.root.paths["/a"].get.responses["200"];
    expect(content["application/json"].examples).toEqual({ default: { value: 1 } });
  });

  it("is read however often a value is used again", () => {
    const items = Array.from({ length: 1000 }, () => "*a").join(", ");
    const completed = complete(`x: &a { type: integer }\nlist: [${items}]\npaths: {}\n`);
    expect(completed.made).toBe(0);
  });

  it("stays small where all of it refers to one large schema", () => {
    const properties = Object.fromEntries(
      Array.from({ length: 4000 }, (_value, index) => [`p${index}`, { type: "string", minLength: 20 }]),
    );
    const content = { "application/json": { schema: { $ref: "#/x" } } };
    const paths = Object.fromEntries(
      Array.from({ length: 4000 }, (_value, index) => [
        `/${index}`,
        { get: { responses: { 200: { content } } } },
      ]),
    );
    const document = JSON.stringify({ paths, x: { type: "object", properties } });
    const budget = { steps: 20_000, characters: 1_000_000 };
    const { root, made, left } = complete(document, budget);
    expect(made).toBe(2);
    expect(left).toBe(3998);
    expect(JSON.stringify(root).length).toBeLessThan(4_000_000);
  });
});
