import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, type SchemaRow, schemaFaults, typeCheckRows } from "./support/schema-files.ts";

const ref = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`;
const list = (items: string): string => `{ type: array, items: ${items} }`;
const map = (values: string): string => `{ type: object, additionalProperties: ${values} }`;
const both = (...values: string[]): string =>
  `const raw: Raw[] = [${values.join(", ")}]; const own: Own[] = [${values.join(", ")}];`;

const rows: [name: string, row: SchemaRow][] = [
  [
    "a JSON value by anyOf",
    {
      given: `Thing: { anyOf: [{ type: string }, { type: number }, { type: "null" }, ${list(ref("Thing"))}, ${map(ref("Thing"))}] }`,
      want: both('["a", [1, { a: [null, { b: 1 }] }]]', "{ a: [[]] }"),
    },
  ],
  [
    "a JSON value by oneOf and a list of types",
    {
      given: `Thing: { oneOf: [{ type: [string, number, boolean, "null"] }, ${list(ref("Thing"))}, ${map(ref("Thing"))}] }`,
      want: both("[true, null, [1]]"),
    },
  ],
  ["a list of itself", { given: `Thing: ${list(ref("Thing"))}`, want: both("[]", "[[], [[]]]") }],
  [
    "a list of itself that may be null",
    {
      version: "3.0.3",
      given: `Thing: { type: array, nullable: true, items: ${ref("Thing")} }`,
      want: both("[null, [null]]", "null"),
    },
  ],
  [
    "a list of itself or null",
    {
      given: `Thing: { type: array, items: { anyOf: [${ref("Thing")}, { type: "null" }] } }`,
      want: both("[null, [null]]"),
    },
  ],
  [
    "a list of lists of itself",
    { given: `Thing: { oneOf: [{ type: string }, ${list(list(ref("Thing")))}] }`, want: both('[["a"]]') },
  ],
  ["a map of itself", { given: `Thing: ${map(ref("Thing"))}`, want: both("{ a: { b: {} } }") }],
  ["a map of lists of itself", { given: `Thing: ${map(list(ref("Thing")))}`, want: both("{ a: [{}] }") }],
  [
    "a tuple with itself",
    {
      given: `Thing: { oneOf: [{ type: number }, { type: array, minItems: 2, maxItems: 2, prefixItems: [{ type: string }, ${ref("Thing")}] }] }`,
      want: both('["and", ["or", 1]]'),
    },
  ],
  [
    "one part of allOf",
    {
      given: `Thing: { allOf: [{ oneOf: [{ type: string }, ${list(ref("Thing"))}] }, { description: Text or texts. }] }`,
      want: both('["a", ["b"]]'),
    },
  ],
  [
    "by way of others",
    {
      given: `
        Thing: { anyOf: [{ type: string }, ${ref("Group")}, ${ref("Pair")}] }
        Group: ${list(ref("Item"))}
        Item: { oneOf: [${ref("Thing")}, { type: number }] }
        Pair: { type: array, prefixItems: [${ref("Group")}, ${ref("Thing")}], minItems: 2, maxItems: 2 }`,
      want: both('["a", 1, [["b"], [[1], "c"]]]'),
    },
  ],
  [
    "a filter in prefix notation",
    {
      given: `Thing: { type: array, items: { anyOf: [{ type: string }, { type: number }, ${ref("Thing")}] } }`,
      want: both('["all", ["==", "a", 1]]'),
    },
  ],
  [
    "fields, lists and maps of an object",
    {
      given: `Thing: { type: object, required: [kids], properties: { kids: ${list(ref("Thing"))}, by: ${map(ref("Thing"))}, up: { anyOf: [${ref("Thing")}, { type: "null" }] }, pair: { type: array, minItems: 1, maxItems: 1, prefixItems: [${ref("Thing")}] } } }`,
      want: both("{ kids: [{ kids: [], up: null }], by: { a: { kids: [] } } }"),
    },
  ],
  [
    "an object made of a base that holds it",
    {
      given: `
        Node: { type: object, required: [kids], properties: { kids: ${list(ref("Thing"))} } }
        Thing: { allOf: [${ref("Node")}, { type: object, properties: { twin: ${ref("Thing")} } }] }`,
      want: both("{ kids: [{ kids: [] }], twin: { kids: [] } }"),
    },
  ],
  [
    "names that are alike once they are identifiers, or of no letters",
    {
      given: `
        Thing: { anyOf: [${list(ref("a-b"))}, ${list(ref("a_b"))}, ${list(ref("100.1"))}, ${list(ref("constructor"))}] }
        a-b: { anyOf: [{ type: string }, ${list(ref("Thing"))}] }
        a_b: { anyOf: [{ type: number }, ${list(ref("Thing"))}] }
        "100.1": { anyOf: [{ type: boolean }, ${list(ref("Thing"))}] }
        constructor: { anyOf: [{ type: string }, ${list(ref("Thing"))}] }`,
      want: both('["a", [[1]]]', "[[[true]]]"),
    },
  ],
];

/** Schemas of three components that lead to each other in any way; each has a value that ends. */
const schema = fc.letrec<{ any: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom(ref("Thing"), ref("A"), ref("B")),
    fc.constantFrom("{ type: string }", "{ type: integer }", '{ type: "null" }', "{ enum: [x, y] }"),
    tie("any"),
  ),
  any: fc.oneof(
    { maxDepth: 2 },
    tie("part").map(list),
    tie("part").map(map),
    tie("part").map((one) => `{ type: object, properties: { p: ${one}, q: ${list(one)} } }`),
    fc
      .tuple(tie("part"), tie("part"))
      .map(([a, b]) => `{ type: array, minItems: 1, prefixItems: [${a}, ${b}] }`),
    fc
      .tuple(fc.constantFrom("anyOf", "oneOf"), tie("any"), tie("any"))
      .map(([key, a, b]) => `{ ${key}: [{ type: boolean }, ${a}, ${b}] }`),
    tie("any").map((one) => `{ allOf: [${one}, { description: The same. }] }`),
  ),
})).any;

const graph = fc
  .tuple(schema, schema, schema)
  .map(
    ([thing, a, b]) =>
      `Thing: ${thing}\nA: { oneOf: [${a}, { type: "null" }] }\nB: { anyOf: [${list(b)}, ${a}] }`,
  );

describe("schemas that lead to themselves", () => {
  it.each(rows)("are not a fault of the output: %s", (_name, row) => {
    expect(schemaFaults(documentOf(row))).toEqual([]);
  });

  it("compile, in both kinds of types, and take their values", async () => {
    expect(await typeCheckRows(rows.map(([, row]) => row))).toEqual([]);
  });

  it("compile, however they lead to each other", async () => {
    const drawn = fc.sample(graph, { numRuns: 60, seed: 7 });
    expect(drawn.flatMap((given) => schemaFaults(documentOf({ given })))).toEqual([]);
    const want = "const same = (a: Raw, b: Own): unknown[] => [a, b];";
    expect(await typeCheckRows(drawn.map((given) => ({ given, want })))).toEqual([]);
  });
});
