import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/index.ts";
import { fromPattern } from "../../src/values/from-pattern.ts";
import { makeValue } from "../../src/values/index.ts";
import { openSchemas } from "./validator.ts";

const names = fc.constantFrom("a", "b", "c", "d");
const small = fc.nat(6);
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(of, { nil: undefined, freq: 2 });
const record = (of: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject> =>
  fc.record(of).map((one) => JSON.parse(JSON.stringify(one)) as JsonObject);

const scalar = fc.oneof(
  record({
    type: fc.constant("string"),
    minLength: optional(small),
    maxLength: optional(fc.integer({ min: 6, max: 12 })),
    format: optional(fc.constantFrom("date", "uuid", "email", "uri", "ipv4")),
    pattern: optional(fc.constantFrom("^[a-z]+$", "\\d", "^[A-Z]{2}-\\d{2,4}$", "^(?:on|off)$")),
  }),
  record({
    type: fc.constantFrom("integer", "number"),
    minimum: optional(fc.integer({ min: -20, max: 5 })),
    exclusiveMaximum: optional(fc.integer({ min: 5, max: 40 })),
    multipleOf: optional(fc.constantFrom(2, 3, 0.5, 7)),
  }),
  record({
    enum: fc.uniqueArray(fc.oneof(fc.nat(5), fc.constantFrom("x", "y", null)), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  record({ type: fc.constantFrom("boolean", "null", ["string", "null"], ["integer", "boolean"]) }),
);

const { schema } = fc.letrec<{ schema: JsonObject; object: JsonObject }>((tie) => ({
  object: record({
    type: fc.constant("object"),
    properties: fc.dictionary(names, tie("schema"), { maxKeys: 3 }),
    required: fc.uniqueArray(names, { maxLength: 2 }),
    additionalProperties: optional(fc.oneof(fc.boolean(), tie("schema"))),
    minProperties: optional(fc.nat(2)),
    dependentRequired: optional(
      fc.dictionary(names, fc.uniqueArray(names, { maxLength: 2 }), { maxKeys: 1 }),
    ),
  }),
  schema: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    scalar,
    tie("object"),
    record({
      type: fc.constant("array"),
      items: tie("schema"),
      prefixItems: optional(fc.array(tie("schema"), { minLength: 1, maxLength: 2 })),
      minItems: optional(fc.nat(3)),
      uniqueItems: optional(fc.boolean()),
    }),
    record({ allOf: fc.array(tie("object"), { minLength: 1, maxLength: 3 }) }),
    record({ oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
    record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }), not: scalar }),
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    record({ if: tie("object"), then: tie("object"), else: tie("object") }),
    fc.constant({ $ref: "#/components/schemas/Self" }),
  ),
}));

describe("any schema", () => {
  it("gives a value that it allows or none, the same each time, and a small one", () => {
    let made = 0;
    let runs = 0;
    fc.assert(
      fc.property(schema, fc.boolean(), (given, minimal) => {
        const { resolve, holds } = openSchemas({ components: { schemas: { Self: given } } });
        const make = (): JsonValue | undefined =>
          makeValue(given, { direction: "answer", resolve, holds, fromPattern, minimal });
        const value = make();
        runs += 1;
        if (value === undefined) return;
        made += 1;
        expect(holds(given, value)).toBe(true);
        expect(make()).toEqual(value);
        expect(JSON.stringify(value).length).toBeLessThan(500_000);
      }),
      { numRuns: 80 },
    );
    // Some schemas allow nothing; most do.
    expect(made / runs).toBeGreaterThan(0.75);
  });
});
