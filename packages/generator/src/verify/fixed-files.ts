import type { Statement } from "typescript";
import type { Model } from "../model/types.ts";
import { ts } from "../typescript.ts";
import type { FileFaults } from "./parse.ts";
import { checkImports, statementOutline } from "./sources.ts";

/** `src/index.ts`: names of the other files and of the runtime, and nothing else. */
export function checkIndex(
  faults: FileFaults,
  files: ReadonlyMap<string, { readonly exports: readonly string[] }>,
): void {
  const exported = checkImports(faults, "src/index.ts", files);
  for (const statement of faults.file.statements) {
    if (!ts.isExportDeclaration(statement)) faults.add(statement, "has a statement that is no export");
  }
  for (const name of [...files.values()].flatMap((file) => file.exports)) {
    if (!exported.has(name)) faults.add(0, `does not export ${name}`);
  }
}

/** `src/raw.ts`: the same for every document, but for the name of the client. */
export function checkRaw(faults: FileFaults, { client: { name } }: Model): void {
  const expected = [
    'import {RawClient,createRawClient} from "@trunkline/runtime/raw"',
    `import {${name}} from "./client.js"`,
    'import {paths} from "./schema.js"',
    'export {components,operations,paths} from "./schema.js"',
    `export function createRaw(client:${name}):RawClient<paths>{return createRawClient<paths>(client)}`,
  ];
  compare(faults, expected);
}

/** `src/version.ts`: one text. */
export function checkVersion(faults: FileFaults): void {
  const [statement] = faults.file.statements;
  const value =
    statement && ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(
          ({ name, initializer }) =>
            ts.isIdentifier(name) &&
            name.text === "VERSION" &&
            initializer &&
            ts.isStringLiteral(initializer),
        )
      : [];
  if (faults.file.statements.length !== 1 || value.length !== 1 || value[0] !== true) {
    faults.add(0, "is more than a version");
  }
}

/** Files that are the same for every document. */
export function checkStatic(name: string, text: string, expected: string | undefined): string[] {
  const squeeze = (code: string | undefined): string => (code ?? "").replace(/[\s,]+/g, "");
  return squeeze(expected) === squeeze(text) ? [] : [`${name} is not the file of every package`];
}

function compare(faults: FileFaults, expected: readonly string[]): void {
  const found = faults.file.statements.map(outline);
  if (found.join("\n") !== expected.join("\n"))
    faults.add(0, `is not what every package has:\n${found.join("\n")}`);
}

function outline(statement: Statement): string {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement))
    return statementOutline(statement);
  const clause = ts.isImportDeclaration(statement)
    ? statement.importClause?.namedBindings
    : statement.exportClause;
  const specifier = statement.moduleSpecifier;
  const module = specifier && ts.isStringLiteral(specifier) ? specifier.text : "";
  const isList = clause !== undefined && (ts.isNamedImports(clause) || ts.isNamedExports(clause));
  const names = isList
    ? clause.elements.map(({ name, propertyName }) => (propertyName ? "<as>" : name.text))
    : [];
  const word = ts.isImportDeclaration(statement) ? "import" : "export";
  return `${word} {${names.sort().join(",")}} from ${JSON.stringify(module)}`;
}
