import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/index.ts";
import { fromPattern } from "../../src/values/from-pattern.ts";
import { makeValue, newBudget, type ValueOptions } from "../../src/values/index.ts";
import { openSchemas } from "./validator.ts";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const two = { type: "object", properties: { a: text, b: text } };

const schemas: JsonObject = {
  Code: { type: "string", pattern: "^[A-Z]{3}-\\d{4}$" },
  Alias: ref("Code"),
  Thing: { type: "object", properties: { id: { type: "string", format: "uuid" }, name: text } },
  Node: {
    type: "object",
    required: ["id"],
    properties: { id: { type: "integer" }, next: ref("Node"), all: { type: "array", items: ref("Node") } },
  },
  Tree: {
    type: "object",
    required: ["id", "child"],
    properties: { id: { type: "integer" }, child: { anyOf: [ref("Tree"), { type: "null" }] } },
  },
  Cat: {
    type: "object",
    required: ["kind"],
    properties: { kind: { const: "cat" }, meow: { type: "boolean" } },
  },
  Dog: { type: "object", required: ["kind"], properties: { kind: { const: "dog" }, bark: text } },
};
const uuid = "123e4567-e89b-42d3-a456-426614174000";
const opened = openSchemas({ components: { schemas } });
const make = (schema: JsonValue, options: Partial<ValueOptions> = {}): JsonValue | undefined =>
  makeValue(schema, { direction: "answer", fromPattern, ...opened, ...options });

/** The value with all that a schema names, and the one with no more than it must have, where they differ. */
const rows: readonly [name: string, schema: JsonValue, full: JsonValue, minimal?: JsonValue][] = [
  ["a constant", { const: { a: 1 } }, { a: 1 }],
  ["a constant null", { const: null }, null],
  ["a choice, null aside", { enum: [null, 3] }, 3],
  ["a choice of null", { enum: [null] }, null],
  ["a choice in all parts", { allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] }, "b"],
  ["a text", text, "text"],
  ["a long text", { type: "string", minLength: 6 }, "textxx"],
  ["a short text", { type: "string", maxLength: 2 }, "te"],
  ["a date and time", { type: "string", format: "date-time" }, "2026-01-01T03:04:05Z"],
  ["a duration", { type: "string", format: "duration" }, "P1D"],
  ["a format that is cut short", { type: "string", format: "email", maxLength: 10 }, "u0@a.test"],
  [
    "a format of a length",
    { type: "string", format: "email", minLength: 20 },
    "xxxxuser0@example.com".slice(-20),
  ],
  ["a format with a pattern", { type: "string", format: "date-time", pattern: "Z$" }, "2026-01-01T03:04:05Z"],
  [
    "a pattern that a usual text matches",
    { type: "string", pattern: "^[a-z]+$", minLength: 12 },
    "textxxxxxxxx",
  ],
  ["a pattern without anchors", { type: "string", pattern: "\\d" }, "1"],
  ["a pattern of another part", { allOf: [{ type: "string", minLength: 5 }, { pattern: "^x" }] }, "xxxxx"],
  ["an integer", { type: "integer" }, 1],
  ["a number", { type: "number" }, 1.5],
  ["bounds", { type: "integer", minimum: 10, maximum: 12 }, 10],
  ["a bound above", { type: "integer", maximum: -5 }, -5],
  ["open bounds", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.125],
  ["multiples", { type: "integer", multipleOf: 7, minimum: 100, maximum: 106 }, 105],
  ["multiples that are not whole numbers", { type: "number", multipleOf: 0.01, minimum: 0.005 }, 0.01],
  ["a type that may be null", { type: ["null", "integer"], minimum: 4 }, 4],
  ["an alternative that is not null", { anyOf: [{ type: "null" }, { type: "integer" }] }, 1],
  ["nothing but null", { type: "null" }, null],
  ["a reference that leads to a reference", ref("Alias"), "ANZ-2674"],
  [
    "what stands beside a reference",
    { ...ref("Thing"), required: ["name"] },
    { id: uuid, name: "text" },
    { name: "text" },
  ],
  [
    "a field of one part that another requires",
    { allOf: [ref("Thing"), { type: "object", required: ["id"] }] },
    { id: uuid, name: "text" },
    { id: uuid },
  ],
  [
    "a field of a part that the whole requires",
    { allOf: [ref("Thing")], required: ["name", "n"], properties: { n: { type: "integer", minimum: 3 } } },
    { n: 3, id: uuid, name: "text" },
    { n: 3, name: "text" },
  ],
  ["one of two fields", { ...two, oneOf: [{ required: ["a"] }, { required: ["b"] }] }, { a: "text" }],
  [
    "any of two fields",
    { ...two, allOf: [{ anyOf: [{ required: ["a"] }, { required: ["b"] }] }] },
    { a: "text", b: "text" },
    { a: "text" },
  ],
  ["alternatives that both match", { oneOf: [{ type: "number" }, { type: "integer" }] }, 1.5],
  [
    "a discriminator",
    { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
    { kind: "cat", meow: true },
    { kind: "cat" },
  ],
  ["a schema that holds itself", ref("Node"), { id: 1, all: [] }, { id: 1 }],
  ["a schema that requires itself, or null", ref("Tree"), { id: 1, child: null }],
  [
    "what follows a condition",
    {
      ...{
        type: "object",
        required: ["kind"],
        properties: { kind: { enum: ["card", "bank"] }, iban: text, number: text },
      },
      ...{
        if: { properties: { kind: { const: "card" } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { required: ["number"] },
        else: { required: ["iban"] },
      },
    },
    { kind: "card", iban: "text", number: "text" },
    { kind: "card", number: "text" },
  ],
  [
    "a condition that forbids",
    {
      ...{ type: "object", required: ["kind"], properties: { kind: { enum: ["card", "bank"] }, iban: text } },
      ...{
        if: { properties: { kind: { const: "card" } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { iban: false } },
        else: { required: ["iban"] },
      },
    },
    { kind: "bank", iban: "text1" },
    { kind: "card" },
  ],
  ["what is not", { type: "string", not: { enum: ["text", "string"] } }, "text1"],
  ["a type that is not", { not: { type: "string" } }, 0],
  ["fields that exclude each other", { ...two, not: { required: ["a", "b"] } }, {}],
  ["a list", { type: "array", items: text }, ["text", "text1"], []],
  ["a list of a length", { type: "array", minItems: 3, items: { type: "integer", minimum: 2 } }, [2, 3, 4]],
  ["a list of none", { type: "array", maxItems: 0, items: text }, []],
  [
    "items that differ",
    { type: "array", uniqueItems: true, minItems: 3, items: { enum: ["a", "b", "c"] } },
    ["a", "b", "c"],
  ],
  [
    "items that differ in what they must have",
    {
      ...{ type: "array", uniqueItems: true, minItems: 2 },
      items: { type: "object", required: ["id"], properties: { id: { type: "integer" } } },
    },
    [{ id: 1 }, { id: 2 }],
  ],
  [
    "a tuple",
    { type: "array", prefixItems: [{ type: "number" }, text], items: false, minItems: 2 },
    [1.5, "text1"],
  ],
  [
    "a tuple that goes on",
    { type: "array", prefixItems: [{ type: "number" }], items: { type: "boolean" }, minItems: 3 },
    [1.5, false, true],
  ],
  [
    "a list that contains",
    { type: "array", contains: { const: 7 }, items: { type: "integer" } },
    [7, 2],
    [7],
  ],
  ["an open object", { type: "object" }, {}],
  ["a map", { type: "object", additionalProperties: { type: "integer" } }, { further: 1 }, {}],
  [
    "a map of a size",
    { type: "object", additionalProperties: { type: "integer" }, minProperties: 2 },
    { further: 1, other: 1 },
  ],
  [
    "names of a pattern",
    {
      type: "object",
      patternProperties: { "^x-[a-z]+$": text },
      additionalProperties: false,
      minProperties: 1,
    },
    { "x-a": "text" },
  ],
  [
    "names of a schema",
    {
      type: "object",
      propertyNames: { pattern: "^[a-z]{2}$" },
      additionalProperties: text,
      minProperties: 1,
    },
    { an: "text" },
  ],
  [
    "a field that another asks for",
    { ...two, dependentRequired: { a: ["c"] } },
    { a: "text", b: "text", c: "text" },
    {},
  ],
  ["no more fields than allowed", { ...two, maxProperties: 1 }, { a: "text" }, {}],
  ["a field that is not described", { type: "object", required: ["x"] }, { x: "text" }],
  [
    "a name that objects have",
    {
      type: "object",
      required: ["constructor"],
      properties: JSON.parse('{ "__proto__": { "type": "integer" } }'),
    },
    JSON.parse('{ "__proto__": 1, "constructor": "text" }'),
    { constructor: "text" } as never,
  ],
];

describe("a value of a schema", () => {
  it.each(rows)("with %s", (_name, schema, full, minimal = full) => {
    expect(make(schema)).toEqual(full);
    expect(make(schema, { minimal: true })).toEqual(minimal);
    for (const value of [full, minimal]) expect(opened.holds(schema, value)).toBe(true);
  });

  it.each([
    "^acct_[a-zA-Z0-9]{8,}$",
    "^(?=.*\\d)(?=.*[a-z])[a-z0-9]{6,10}$",
    "^(?:\\d{5}|\\d{9})$",
    "^\\p{Lu}\\p{Ll}+$",
    "^[\\p{L}\\d ]{2,}$",
    "^(([0-9]|1[0-9]{2})\\.){3}([0-9]|25[0-5])$",
    "^(a+)+b$",
    "^#(?<hex>[0-9a-fA-F]{6})$",
    "^[^a-z]{2}$",
    "^\\+[1-9]\\d{1,14}$",
    "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
    "^data:image/(?:png|jpe?g);base64,",
    "^(?!0000)\\d{4}$",
    "^\\S+@\\S+$",
  ])("matches the pattern %s, each item of a list another one", (pattern) => {
    const schema = { type: "array", minItems: 3, items: { type: "string", pattern } };
    const made = make(schema) as readonly string[];
    expect(made).toHaveLength(3);
    for (const one of made) expect(one).toMatch(new RegExp(pattern, "u"));
  });

  it.each([
    ...[
      "date-time",
      "date",
      "time",
      "duration",
      "uuid",
      "email",
      "hostname",
      "uri",
      "uri-reference",
      "uri-template",
    ],
    ...["ipv4", "ipv6", "byte", "json-pointer", "relative-json-pointer", "regex"],
  ])("of the format %s is one", (format) => {
    const schema = { type: "array", minItems: 30, items: { type: "string", format } };
    expect(opened.holds(schema, make(schema) ?? null)).toBe(true);
  });

  it("leaves out what does not travel in its direction", () => {
    const id = { type: "integer", readOnly: true };
    const schema = { type: "object", properties: { id, key: { type: "string", writeOnly: true } } };
    expect(make(schema, { direction: "request" })).toEqual({ key: "text" });
    expect(make(schema, { direction: "answer" })).toEqual({ id: 1 });
  });

  it("is what the schema gives, where that is asked for", () => {
    const schema = {
      type: "object",
      properties: { a: { ...text, example: "Ada" }, b: { default: 7 }, c: { ...text, examples: ["Eve"] } },
    };
    expect(make(schema, { useGiven: true })).toEqual({ a: "Ada", b: 7, c: "Eve" });
    expect(make(schema)).toEqual({ a: "text", b: "text", c: "text" });
  });

  it("keeps to open bounds as OpenAPI 3.0 says them", () => {
    const least = { type: "integer", minimum: 3, exclusiveMinimum: true };
    const most = { type: "number", maximum: 0, exclusiveMaximum: true };
    expect(make({ type: "array", prefixItems: [least, most] }, { holds: () => true })).toEqual([4, -0.5]);
  });

  it("has a member that nobody named, where that is asked for", () => {
    expect(make({ type: "object" }, { withUnnamed: true })).toEqual({ further: "text" });
  });

  it.each<[string, JsonValue]>([
    ["nothing is allowed", false],
    ["a schema requires itself", { type: "object", required: ["a"], properties: { a: ref("Endless") } }],
    [
      "a field that is required can be nothing",
      { type: "object", required: ["a"], properties: { a: false } },
    ],
    ["bounds exclude each other", { type: "integer", minimum: 5, maximum: 4 }],
    ["no text is so long and so short", { type: "string", minLength: 5, maxLength: 4 }],
    ["a pattern is none", { type: "string", pattern: "(" }],
    ["a list has to be long", { type: "array", minItems: 1e9, items: { type: "integer" } }],
    ["a text has to be long", { type: "string", minLength: 1e9 }],
    ["a pattern asks for a long text", { type: "string", pattern: "^(a{1000}){1000}$" }],
    ["schemas hold each other many times over", doubled(12)],
    ["a schema is deep", deep(100_000)],
  ])("is none where %s, at once", (_name, schema) => {
    const endless = { Endless: { type: "object", required: ["a"], properties: { a: ref("Endless") } } };
    const { resolve } = openSchemas({ components: { schemas: endless } });
    expect(makeValue(schema, { direction: "answer", resolve, fromPattern })).toBeUndefined();
  });

  it("costs what it is given of the budget of its document", () => {
    const budget = newBudget();
    const { steps, characters } = budget;
    make({ type: "array", minItems: 10, items: text }, { budget });
    expect(steps - budget.steps).toBeGreaterThanOrEqual(11);
    expect(characters - budget.characters).toBeGreaterThanOrEqual(40);
  });
});

/** Ten required members of ten required members, and so on. */
function doubled(levels: number): JsonObject {
  const names = [..."abcdefghij"];
  let schema: JsonObject = { type: "integer" };
  for (let level = 0; level < levels; level += 1) {
    schema = {
      type: "object",
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, schema])),
    };
  }
  return schema;
}

function deep(levels: number): JsonObject {
  let schema: JsonObject = { type: "integer" };
  for (let level = 0; level < levels; level += 1)
    schema = { type: "object", required: ["a"], properties: { a: schema } };
  return schema;
}
