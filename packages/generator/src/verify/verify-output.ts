import ts from "typescript";

/** Module specifiers that emitted files may import besides files of the package itself. */
const allowedModules = new Set([
  "@trunkline/runtime/client",
  "@trunkline/runtime/raw",
  "@trunkline/conformance/vitest",
  "tsdown",
  "vitest/config",
]);

const allowedStatements = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.ExportAssignment,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.VariableStatement,
]);

/** Files whose one call is their purpose. */
const filesWithCalls = /^test\//;

/**
 * Parses every emitted TypeScript file again and refuses what the emitter would never write: syntax errors, top-level
 * statements that run code, imports of modules outside the list. A document is untrusted input; this is the net under
 * the functions that quote its text.
 *
 * @returns One sentence per fault, with the file's name; empty when all is well.
 */
export function verifyOutput(files: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  for (const [name, text] of files) {
    if (name.endsWith(".ts")) faults.push(...verifyFile(name, text, files));
  }
  return faults;
}

function verifyFile(name: string, text: string, files: ReadonlyMap<string, string>): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const faults: string[] = [];
  const at = (position: number): string => `${name}:${file.getLineAndCharacterOfPosition(position).line + 1}`;
  // `parseDiagnostics` is not in the public types, but is the only way to syntax errors without a whole program.
  const { parseDiagnostics = [] } = file as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] };
  for (const { start, messageText } of parseDiagnostics) {
    faults.push(`${at(start)} is no TypeScript: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
  }
  for (const statement of file.statements) {
    if (!allowedStatements.has(statement.kind) && !filesWithCalls.test(name)) {
      faults.push(`${at(statement.pos)} has a statement of kind ${ts.SyntaxKind[statement.kind]}`);
    }
    const specifier = moduleSpecifier(statement);
    if (specifier !== undefined && !isAllowedModule(name, specifier, files)) {
      faults.push(`${at(statement.pos)} imports ${JSON.stringify(specifier)}`);
    }
  }
  return faults;
}

function moduleSpecifier(statement: ts.Statement): string | undefined {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier: specifier } = statement;
  return specifier && ts.isStringLiteral(specifier) ? specifier.text : undefined;
}

function isAllowedModule(from: string, specifier: string, files: ReadonlyMap<string, string>): boolean {
  if (!specifier.startsWith(".")) return allowedModules.has(specifier);
  const path = new URL(specifier, `file:///${from}`).pathname.slice(1);
  return files.has(path.replace(/\.js$/, ".ts"));
}
