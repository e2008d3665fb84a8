import type { JsonObject } from "@trunkline/document";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { emitSchema, SCHEMA_FILE } from "../src/emit/package/schema.ts";
import { emitSources } from "../src/emit/typescript/sources.ts";
import { buildModel } from "../src/model/build.ts";
import { FileFaults } from "../src/verify/parse.ts";
import { checkSchemaTypes } from "../src/verify/schema-types.ts";
import { dedent } from "./support/emit.ts";
import { typeCheckFiles } from "./support/type-check.ts";

/** Schemas, and lines that hold for `Thing` as `src/schema.ts` (`Raw`) and as ours (`Own`) have it. */
const required: [name: string, row: { given: string; version?: string; want: string }][] = [
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
];

const documentOf = ({ given, version = "3.1.0" }: { given: string; version?: string }): JsonObject =>
  parse(
    `openapi: ${version}\ninfo: { title: Shop API, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n${dedent(given).replace(/^/gm, "    ")}`,
  ) as JsonObject;

describe("fields that a schema requires of its base", () => {
  it.each(required)("are no fault of the output: %s", (_name, row) => {
    const document = documentOf(row);
    const text = emitSchema(document);
    const file = ts.createSourceFile(SCHEMA_FILE, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
    const faults = new FileFaults(file);
    checkSchemaTypes(faults, document);
    expect(faults.all).toEqual([]);
  });

  it("are required, in both kinds of types, and compile", async () => {
    const files = new Map<string, string>();
    for (const [index, [, row]] of required.entries()) {
      const document = documentOf(row);
      const location = { file: "openapi.yaml", line: 1, column: 1 };
      for (const [path, text] of emitSources(buildModel({ document, locate: () => location }))) {
        files.set(`${index}/${path}`, text);
      }
      files.set(`${index}/src/version.ts`, 'export const VERSION: string = "0";\n');
      files.set(`${index}/${SCHEMA_FILE}`, emitSchema(document));
      const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(row.want);
      const head = [
        ...(uses("Own") ? ['import type { Thing as Own } from "./types.ts";'] : []),
        'import type { components } from "./schema.ts";',
        'type Raw = components["schemas"]["Thing"];',
        ...(uses("ID") ? ["declare const ID: string;"] : []),
      ];
      const names = [...row.want.matchAll(/const (\w+)/g)].map(([, name]) => name);
      files.set(`${index}/src/use.ts`, [...head, row.want, `export { ${names.join(", ")} };`].join("\n"));
    }
    expect(await typeCheckFiles(files)).toEqual([]);
  });
});
