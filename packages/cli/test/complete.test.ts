import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { completeExamples } from "../src/add/complete.ts";
import { makeValue } from "../src/add/make-value.ts";

const complete = (text: string) =>
  completeExamples(text, () =>
    stringify(parse(text, { maxAliasCount: -1 }), { aliasDuplicateObjects: false }),
  );
const plain = (node: unknown): Readonly<Record<string, unknown>> => node as Record<string, unknown>;

describe("values made of schemas", () => {
  it.each<[string, object, unknown]>([
    ["an example", { type: "string", example: "Ada" }, "Ada"],
    ["examples of 2020-12", { type: "string", examples: ["Ada", "Eve"] }, "Ada"],
    ["a default", { type: "integer", default: 7 }, 7],
    ["an enum", { enum: ["a", "b"] }, "a"],
    ["a constant", { const: false }, false],
    ["a format", { type: "string", format: "date-time" }, "2026-01-31T12:00:00Z"],
    ["lengths", { type: "string", minLength: 6 }, "textxx"],
    ["bounds", { type: "integer", minimum: 5, multipleOf: 3 }, 6],
    ["a nullable type", { type: ["null", "integer"] }, 1],
    ["a list", { type: "array", items: { type: "boolean" } }, [true]],
    [
      "parts",
      { allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] },
      { a: 1, b: 2 },
    ],
    ["alternatives", { oneOf: [{ type: "integer" }, { type: "string" }] }, 1],
    ["an open object", { type: "object" }, {}],
  ])("of %s", (_name, schema, want) => {
    expect(makeValue(schema, plain)).toEqual(want);
  });

  it("end where a schema holds itself", () => {
    const tree: Record<string, unknown> = { type: "object", required: ["child"] };
    tree.properties = { child: tree };
    expect(JSON.stringify(makeValue(tree, plain)).length).toBeLessThan(500);
  });

  it.each<[string, object]>([
    ["schemas hold each other many times over", doubled(12)],
    ["a list has to be long", { type: "array", minItems: 1e9, items: { type: "integer" } }],
    ["a text has to be long", { type: "string", minLength: 1e9 }],
  ])("stay small where %s", (_name, schema) => {
    expect(JSON.stringify(makeValue(schema, plain)).length).toBeLessThan(1_000_000);
  });
});

/** Ten required members of ten required members, and so on. */
function doubled(levels: number): object {
  const names = [..."abcdefghij"];
  let schema: object = { type: "integer" };
  for (let level = 0; level < levels; level += 1) {
    const properties = Object.fromEntries(names.map((name) => [name, schema]));
    schema = { type: "object", required: names, properties };
  }
  return schema;
}

describe("a document without examples", () => {
  const text = `# kept
paths:
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
  it("gets them where they are missing, and keeps the rest", () => {
    const completed = complete(text);
    expect(completed.made).toBe(3);
    expect(completed.text).toMatch(/^# kept\n/);
    const { paths, components } = parse(completed.text);
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
    expect(complete(completed.text)).toEqual({ text: completed.text, made: 0, left: 0 });
  });

  it.each([
    ["application/x-www-form-urlencoded", true],
    ["multipart/form-data", true],
    ["image/png", true],
    ["application/problem+json", true],
    ["application/xml", false],
    ["application/atom+xml", false],
  ])("gets them for requests in %s: %s", (type, isMade) => {
    const media = { [type]: { schema: { type: "string" } } };
    const operation = { requestBody: { content: media }, responses: { 200: { content: media } } };
    const completed = complete(JSON.stringify({ paths: { "/things": { post: operation } } }));
    const { requestBody, responses } = parse(completed.text).paths["/things"].post;
    expect("examples" in requestBody.content[type]).toBe(isMade);
    expect("examples" in responses["200"].content[type]).toBe(type.endsWith("json"));
  });

  it("gets them for a status that is a number, and where a name has a percent sign", () => {
    const given =
      'paths: { /a: { get: { responses: { 200: { content: { application/json: { schema: { $ref: "#/x/100%" } } } } } } } }\nx: { 100%: { type: integer } }\n';
    const completed = complete(given);
    expect(completed.made).toBe(1);
    const { content } = parse(completed.text).paths["/a"].get.responses["200"];
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
    const { text, made, left } = completeExamples(document, () => "", budget);
    expect(made).toBe(3);
    expect(left).toBe(3997);
    expect(text.length).toBeLessThan(4_000_000);
  });
});
