import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import type { PackedPackage } from "./packed.ts";
import type { Exporting } from "./program.ts";

/** Entries whose names doc comments take for granted. */
const ENTRIES = ["index", "webhooks", "pick", "raw"];

/** What a package exports, by the entry that it comes from first. */
export async function exportsOf({
  name,
  folder,
  client,
}: PackedPackage): Promise<readonly [string, Exporting]> {
  const exports = new Map<string, string>();
  for (const entry of ENTRIES) {
    for (const ending of ["d.cts", "d.ts"]) {
      const text = await readFile(join(folder, "dist", `${entry}.${ending}`), "utf8").catch(() => "");
      for (const one of exportedNames(text)) {
        if (!exports.has(one)) exports.set(one, entry === "index" ? name : `${name}/${entry}`);
      }
    }
  }
  return [name, { exports, ...(client === undefined ? {} : { client }) }];
}

/** Names that a declaration file exports, where it declares them or in a list. */
function exportedNames(text: string): string[] {
  const { statements } = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      const { exportClause } = statement;
      return exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.map(({ name }) => name.text)
        : [];
    }
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (isExported !== true) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    }
    const { name } = statement as ts.DeclarationStatement;
    return name !== undefined && ts.isIdentifier(name) ? [name.text] : [];
  });
}
