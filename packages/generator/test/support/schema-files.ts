import type { JsonObject } from "@trunkline/document";
import ts from "typescript";
import { parse } from "yaml";
import { emitSchema, SCHEMA_FILE } from "../../src/emit/package/schema.ts";
import { emitSources } from "../../src/emit/typescript/sources.ts";
import { buildModel } from "../../src/model/build.ts";
import { FileFaults } from "../../src/verify/parse.ts";
import { checkSchemaTypes } from "../../src/verify/schema-types.ts";
import { dedent } from "./emit.ts";
import { typeCheckFiles } from "./type-check.ts";

/** Schemas, and lines that hold for `Thing` as `src/schema.ts` (`Raw`) and as ours (`Own`) have it. */
export interface SchemaRow {
  readonly given: string;
  readonly version?: string;
  /** Statements of the form `const name … ;`. */
  readonly want: string;
}

const answer = `{ get: { responses: { "200": { description: Good., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } } } }`;

/** A document of schemas, one of which, `Thing`, is answered by two resources. */
export function documentOf({ given, version = "3.1.0" }: Omit<SchemaRow, "want">): JsonObject {
  const schemas = dedent(given).replace(/^/gm, "    ");
  const head = `openapi: ${version}\ninfo: { title: Shop API, version: "1" }\npaths:\n  /a: ${answer}\n  /b: ${answer}\n`;
  return parse(`${head}components:\n  schemas:\n${schemas}`) as JsonObject;
}

/** What the verifier has against `src/schema.ts` of a document. */
export function schemaFaults(document: JsonObject): FileFaults["all"] {
  const text = emitSchema(document);
  const file = ts.createSourceFile(SCHEMA_FILE, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const faults = new FileFaults(file);
  checkSchemaTypes(faults, document);
  return faults.all;
}

/** Both kinds of types of each row's schemas, and the row's lines, checked by one run of the compiler. */
export function typeCheckRows(rows: readonly SchemaRow[]): Promise<readonly string[]> {
  const files = new Map<string, string>();
  for (const [index, row] of rows.entries()) {
    for (const [path, text] of filesOf(row)) files.set(`${index}/${path}`, text);
  }
  return typeCheckFiles(files);
}

function filesOf(row: SchemaRow): ReadonlyMap<string, string> {
  const document = documentOf(row);
  const location = { file: "openapi.yaml", line: 1, column: 1 };
  const uses = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(row.want);
  const head = [
    ...(uses("Own") ? ['import type { Thing as Own } from "./types.ts";'] : []),
    ...(uses("Raw")
      ? ['import type { components } from "./schema.ts";', 'type Raw = components["schemas"]["Thing"];']
      : []),
    ...(uses("ID") ? ["declare const ID: string;"] : []),
  ];
  const names = [...row.want.matchAll(/const (\w+)/g)].map(([, name]) => name);
  return new Map([
    ...emitSources(buildModel({ document, locate: () => location })),
    ["src/version.ts", 'export const VERSION: string = "0";\n'],
    [SCHEMA_FILE, emitSchema(document)],
    ["src/use.ts", [...head, row.want, `export { ${names.join(", ")} };`].join("\n")],
  ]);
}
