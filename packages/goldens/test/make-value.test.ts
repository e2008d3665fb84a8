import type { JsonValue } from "@trunkline/document";
import type { OpenDocument } from "@trunkline/mock/document";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { makeValue } from "../src/values/make-value.ts";

const node = {
  type: "object",
  required: ["id"],
  properties: {
    id: { type: "integer" },
    next: { $ref: "#/components/schemas/Node" },
    all: { type: "array", items: { $ref: "#/components/schemas/Node" } },
  },
};
const cat = {
  allOf: [{ $ref: "#/components/schemas/Pet" }],
  type: "object",
  properties: { meow: { type: "boolean" } },
};
const pet = {
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string" } },
  discriminator: { propertyName: "kind" },
};
const schemas: Record<string, JsonValue> = { Node: node, Cat: cat, Pet: pet };
const document: OpenDocument = {
  file: "memory",
  root: { components: { schemas } },
  resolve: (value) => {
    const reference = (value as { $ref?: string } | undefined)?.$ref;
    return reference === undefined ? value : schemas[reference.split("/").at(-1) ?? ""];
  },
};

const rows: readonly [name: string, schema: JsonValue, want: JsonValue][] = [
  ["const", { const: "a" }, "a"],
  ["enum, null aside", { enum: [null, "b"] }, "b"],
  ["string", { type: "string" }, "text"],
  ["string of a length", { type: "string", minLength: 6, maxLength: 8 }, "textxx"],
  ["string cut", { type: "string", maxLength: 2 }, "te"],
  ["pattern", { type: "string", pattern: "^[a-f0-9]{4}-\\d+$" }, "aaaa-1"],
  ["pattern with groups", { type: "string", pattern: "^(?:on|off)/(x|y)?z$" }, "on/z"],
  ["pattern with a negated set", { type: "string", pattern: "^[^a-z]{2}$" }, "11"],
  ["integer in bounds", { type: "integer", minimum: 5, maximum: 9 }, 5],
  ["integer below", { type: "integer", maximum: -3 }, -3],
  ["integer over", { type: "integer", exclusiveMinimum: 5 }, 6],
  ["multiple", { type: "integer", minimum: 1, multipleOf: 10 }, 10],
  ["type array", { type: ["null", "boolean"] }, true],
  ["null", { type: "null" }, null],
  ["two items that differ", { type: "array", items: { type: "string" } }, ["text", "text1"]],
  [
    "tuple",
    { type: "array", prefixItems: [{ type: "integer" }, { type: "boolean" }], items: false },
    [1, false],
  ],
  [
    "allOf",
    { allOf: [{ properties: { a: { type: "integer" } } }, { properties: { b: { const: 2 } } }] },
    { a: 1, b: 2 },
  ],
  ["first alternative that is not null", { anyOf: [{ type: "null" }, { type: "integer" }] }, 1],
  ["open object", { type: "object", additionalProperties: { type: "integer" } }, { further: 1 }],
  ["required but not described", { type: "object", required: ["x"] }, { x: "text", further: "text" }],
  ["recursion", { $ref: "#/components/schemas/Node" }, { id: 1, all: [] }],
  ["a child tells its name", { $ref: "#/components/schemas/Cat" }, { kind: "Cat", meow: true }],
  [
    "a mapped alternative tells its name",
    {
      oneOf: [{ $ref: "#/components/schemas/Pet" }],
      discriminator: { propertyName: "kind", mapping: { p: "#/components/schemas/Pet" } },
    },
    { kind: "p" },
  ],
];

describe("makeValue", () => {
  it.each(rows)("%s", (_, schema, want) => {
    expect(makeValue(document, schema, { direction: "answer" })).toEqual(want);
  });

  it("leaves out what does not travel in that direction", () => {
    const schema = {
      type: "object",
      properties: { id: { type: "integer", readOnly: true }, key: { type: "string", writeOnly: true } },
    };
    expect(makeValue(document, schema, { direction: "request" })).toEqual({ key: "text" });
    expect(makeValue(document, schema, { direction: "answer" })).toEqual({ id: 1 });
  });

  it("keeps required recursion finite", () => {
    schemas.Loop = {
      type: "object",
      required: ["loop"],
      properties: { loop: { $ref: "#/components/schemas/Loop" } },
    };
    expect(
      JSON.stringify(makeValue(document, { $ref: "#/components/schemas/Loop" }, { direction: "answer" }))
        .length,
    ).toBeLessThan(500);
  });

  const formats = [
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "email",
    "hostname",
    "uri",
    "uri-reference",
    "ipv4",
    "ipv6",
    "byte",
  ];
  it.each(formats)("a string of format %s is one", (format) => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const schema = { type: "array", items: { type: "string", format } };
    const value = makeValue(document, schema, { direction: "request" });
    expect(ajv.validate(schema, value), ajv.errorsText()).toBe(true);
  });
});
