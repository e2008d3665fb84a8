import { describe, expect, it } from "vitest";
import { documentOf, type SchemaRow, schemaFaults, typeCheckRows } from "./support/schema-files.ts";

const required: [name: string, row: SchemaRow][] = [
  [
    "a base",
    {
      given: `
        Vehicle: { type: object, properties: { id: { type: string }, name: { type: string } } }
        Thing: { allOf: [{ $ref: "#/components/schemas/Vehicle" }], required: [id] }`,
      want: "const raw: Raw = { id: ID }; const own: Own = { id: ID }; const ids: string[] = [raw.id, own.id];",
    },
  ],
  [
    "a base with an extra of its own",
    {
      given: `
        Vehicle: { type: object, properties: { id: { type: string } } }
        Thing: { allOf: [{ $ref: "#/components/schemas/Vehicle" }, { type: object, required: [id], properties: { size: { type: number } } }], required: [id, size] }`,
      want: "const raw: Raw = { id: ID, size: 1 }; const own: Own = { id: ID, size: 1 }; const sizes: number[] = [raw.size, own.size];",
    },
  ],
  [
    "a base that may be null",
    {
      version: "3.0.3",
      given: `
        Err: { type: object, nullable: true, properties: { code: { type: string } } }
        Thing: { nullable: true, allOf: [{ $ref: "#/components/schemas/Err" }], required: [code] }`,
      want: "const raw: Raw = null; const own: Own = null; const codes = (a: NonNullable<Raw>, b: NonNullable<Own>): string[] => [a.code, b.code];",
    },
  ],
  [
    "a base that may be null, in the way of 3.1",
    {
      given: `
        Err: { type: [object, "null"], properties: { code: { type: string } } }
        Thing: { allOf: [{ $ref: "#/components/schemas/Err" }], required: [code] }`,
      want: "const codes = (a: NonNullable<Raw>, b: NonNullable<Own>): string[] => [a.code, b.code];",
    },
  ],
  [
    "a base of several forms, one of which has the field",
    {
      given: `
        Pet: { type: object, properties: { id: { type: string } }, oneOf: [{ type: object, properties: { paws: { type: number } } }, { type: object, properties: { fins: { type: number } } }] }
        Thing: { allOf: [{ $ref: "#/components/schemas/Pet" }], required: [id] }`,
      want: "const ids = (a: Raw, b: Own): string[] => [a.id, b.id];",
    },
  ],
  [
    "a base that is text, whatever fields it lists",
    {
      given: `
        Text: { type: string, properties: { id: { type: string } } }
        Thing: { allOf: [{ $ref: "#/components/schemas/Text" }], required: [id] }`,
      want: "const raw: Raw = ID;",
    },
  ],
  [
    "a base of a base that may be null",
    {
      given: `
        Base: { type: [object, "null"], properties: { id: { type: string } } }
        Mid: { allOf: [{ $ref: "#/components/schemas/Base" }, { $ref: "#/components/schemas/Thing" }] }
        Thing: { allOf: [{ $ref: "#/components/schemas/Base" }], required: [id] }`,
      want: "const ids = (a: NonNullable<Raw>, b: NonNullable<Own>): string[] => [a.id, b.id];",
    },
  ],
  [
    "two bases",
    {
      given: `
        A: { type: object, properties: { a: { type: string } } }
        B: { type: object, properties: { b: { type: [string, "null"] } } }
        Thing: { allOf: [{ $ref: "#/components/schemas/A" }, { $ref: "#/components/schemas/B" }], required: [a, b] }`,
      want: "const raw: Raw = { a: ID, b: null }; const own: Own = { a: ID, b: null }; const bs: (string | null)[] = [raw.b, own.b];",
    },
  ],
  [
    "a base that holds itself",
    {
      given: `
        Node: { type: object, properties: { next: { $ref: "#/components/schemas/Thing" } } }
        Thing: { allOf: [{ $ref: "#/components/schemas/Node" }], required: [next] }`,
      want: "const nexts = (a: Raw): object[] => [a.next.next];",
    },
  ],
  [
    "a field that a base of the base declares",
    {
      given: `
        Base: { type: object, properties: { id: { type: string } } }
        Mid: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, properties: { size: { type: number } } }] }
        Thing: { allOf: [{ $ref: "#/components/schemas/Mid" }], required: [id, size] }`,
      want: "const ids = (a: Raw, b: Own): string[] => [a.id, b.id]; const sizes = (a: Raw, b: Own): number[] => [a.size, b.size];",
    },
  ],
  [
    "a field that a base four levels down declares",
    {
      given: `
        A: { type: object, properties: { id: { type: string } } }
        B: { allOf: [{ $ref: "#/components/schemas/A" }] }
        C: { allOf: [{ $ref: "#/components/schemas/B" }, { type: object, properties: { size: { type: number } } }] }
        D: { $ref: "#/components/schemas/C" }
        Thing: { allOf: [{ $ref: "#/components/schemas/D" }], required: [id] }`,
      want: "const ids = (a: Raw, b: Own): string[] => [a.id, b.id];",
    },
  ],
  [
    "a field that an alternative of the base declares",
    {
      given: `
        Fish: { type: object, properties: { fins: { type: number } } }
        Pet: { oneOf: [{ $ref: "#/components/schemas/Fish" }, { type: object, required: [fins], properties: { fins: { type: number }, salt: { type: boolean } } }] }
        Thing: { allOf: [{ $ref: "#/components/schemas/Pet" }], required: [fins] }`,
      want: "const fins = (a: Raw): number[] => [a.fins];",
    },
  ],
];

describe("fields that a schema requires of its base", () => {
  it.each(required)("are not a fault of the output: %s", (_name, row) => {
    expect(schemaFaults(documentOf(row))).toEqual([]);
  });

  it("are required, in both kinds of types, and compile", async () => {
    expect(await typeCheckRows(required.map(([, row]) => row))).toEqual([]);
  });
});
