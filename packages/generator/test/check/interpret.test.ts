import type { JsonValue } from "@trunkline/document";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { isKnownToMatch } from "../../src/check/interpret.ts";
import { type SchemaDialect, toJsonSchema } from "../../src/check/json-schema.ts";

const values: readonly JsonValue[] = [
  ...[null, true, false, 0, -0, 1, 1.5, -3, 10, 2 ** 31, 2 ** 53, 1e300],
  ...[
    "",
    "a",
    "ab",
    "abc",
    "💥",
    "a b",
    "2026-01-02",
    "2026-01-02T03:04:05Z",
    "2026-13-01",
    "x@y.z",
    "__proto__",
  ],
  ...[
    [],
    [1],
    [1, 1],
    [1, "a"],
    ["a", "b", "c"],
    [{ a: 1 }, { a: 1 }],
    [[1], [1]],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
  ],
  ...[
    {},
    { a: 1 },
    { a: "x" },
    { a: null },
    { a: 1, b: 2 },
    { a: { a: { a: 1 } } },
    { toString: 1 },
    { b: [1] },
  ],
  JSON.parse('{ "__proto__": 1, "constructor": 2 }'),
];

const schemas: readonly JsonValue[] = [
  ...[true, false, {}, { type: "string" }, { type: "integer" }, { type: "number" }, { type: "object" }],
  ...[
    { type: "array" },
    { type: "null" },
    { type: ["string", "null"] },
    { type: "boolean", description: "x" },
  ],
  ...[
    { type: "string", nullable: true },
    { nullable: true },
    { type: "string", nullable: true, enum: ["a"] },
  ],
  ...[
    { enum: ["a", 1, null] },
    { enum: [{ a: 1, b: 2 }] },
    { const: { b: 2, a: 1 } },
    { const: null },
    { const: 0 },
  ],
  ...[{ minLength: 2 }, { maxLength: 1 }, { pattern: "^a" }, { pattern: "\\p{L}" }, { pattern: "(" }],
  ...[
    { format: "date" },
    { format: "date-time" },
    { format: "email" },
    { format: "int32" },
    { format: "byte" },
  ],
  ...[
    { format: "binary" },
    { format: "password" },
    { format: "nobody knows" },
    { format: "uuid" },
    { format: "float" },
  ],
  ...[
    { type: "integer", format: "int32" },
    { type: "integer", format: "int64" },
  ],
  ...[{ minimum: 1 }, { maximum: 1 }, { exclusiveMinimum: 1 }, { exclusiveMaximum: 1 }, { multipleOf: 0.5 }],
  ...[
    { minimum: 1, exclusiveMinimum: true },
    { maximum: 1, exclusiveMaximum: true },
  ],
  ...[
    { minItems: 2 },
    { maxItems: 1 },
    { uniqueItems: true },
    { items: { type: "integer" } },
    { items: false },
  ],
  ...[
    { prefixItems: [{ type: "integer" }], items: { type: "string" } },
    { prefixItems: [true, { const: 1 }] },
  ],
  ...[{ minProperties: 1 }, { maxProperties: 1 }, { required: ["a"] }, { required: ["toString"] }],
  ...[
    { properties: { a: { type: "integer" } } },
    { properties: { a: false } },
    { properties: { toString: false } },
  ],
  ...[
    { properties: { a: true }, additionalProperties: false },
    { additionalProperties: { type: "integer" } },
  ],
  ...[{ patternProperties: { "^a": { type: "integer" } }, additionalProperties: false }],
  ...[{ allOf: [{ required: ["a"] }, { required: ["b"] }] }, { anyOf: [{ type: "string" }, { minimum: 5 }] }],
  ...[
    { oneOf: [{ type: "string" }, { minLength: 2 }] },
    { not: { type: "string" } },
    { not: { not: { minimum: 1 } } },
  ],
  ...[
    { required: ["a"], properties: { a: { readOnly: true } } },
    { required: ["a"], properties: { a: { writeOnly: true } } },
  ],
  ...[
    { if: { type: "string" }, else: { minimum: 5 } },
    { contains: { const: 1 } },
    { propertyNames: { minLength: 2 } },
  ],
  ...[{ unevaluatedProperties: false }, { dependentRequired: { a: ["b"] } }, { unheardOf: 1 }],
];

const dialects: readonly SchemaDialect[] = ["openapi-3.0", "draft-07", "2020-12"];

describe.each(dialects)("%s", (dialect) => {
  const options = { strict: false, logger: false, validateSchema: false, ownProperties: true } as const;
  const ajv = dialect === "2020-12" ? new Ajv2020(options) : new Ajv(options);
  (formats as unknown as (ajv: Ajv) => void)(ajv as unknown as Ajv);

  it.each(["request", "response", "both"] as const)(
    "what is known to match does match, in a %s",
    (direction) => {
      let known = 0;
      for (const schema of schemas) {
        let validate: (value: unknown) => unknown;
        try {
          validate = ajv.compile(toJsonSchema(schema, dialect, direction, (ref) => ref));
        } catch {
          // Such a schema is reported by itself, and holds no value against it.
          validate = () => true;
        }
        for (const value of values) {
          if (!isKnownToMatch(schema, value, { direction, dialect, follow: () => undefined })) continue;
          known += 1;
          expect([schema, value, validate(value)]).toEqual([schema, value, true]);
        }
      }
      // Most of what matches is known to.
      expect(known).toBeGreaterThan(1500);
    },
  );
});

describe("refs", () => {
  const know = (
    schema: JsonValue,
    value: JsonValue,
    follow: (ref: string) => JsonValue | undefined,
  ): boolean => isKnownToMatch(schema, value, { direction: "both", dialect: "2020-12", follow });

  it("are followed, around circles too", () => {
    const tree = { type: "object", properties: { child: { $ref: "tree" } }, additionalProperties: false };
    expect(know({ $ref: "tree" }, { child: { child: {} } }, () => tree)).toBe(true);
    expect(know({ $ref: "tree" }, { child: { leaf: 1 } }, () => tree)).toBe(false);
  });

  it("that lead nowhere, or only to themselves, are left to the validator", () => {
    expect(know({ $ref: "gone" }, 1, () => undefined)).toBe(false);
    expect(know({ $ref: "loop" }, 1, () => ({ $ref: "loop" }))).toBe(false);
  });
});
