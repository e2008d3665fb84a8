import type { ClassDeclaration, Node, Statement, VariableDeclaration, VariableStatement } from "typescript";
import { ts } from "../typescript.ts";
import { checkCode } from "./code.ts";
import type { Declared } from "./declarations.ts";
import { checkImports, type Offers } from "./imports.ts";
import type { FileFaults } from "./parse.ts";

/** Holds a file against the names that the model gives it: what it imports, declares, and refers to. */
export function checkSource(faults: FileFaults, path: string, declared: Declared, files: Offers): void {
  const imported = checkImports(faults, path, files);
  const rest = faults.file.statements.filter(
    (one) => !ts.isImportDeclaration(one) && !(declared.passesOn && isPassedOn(one)),
  );
  const constants = rest.filter(ts.isVariableStatement).flatMap(constantsOf);
  const others = rest.filter((one) => !ts.isVariableStatement(one));
  const found = others.map(outlineOf);
  for (let index = 0; index < Math.max(found.length, declared.statements.length); index++) {
    if (found[index] === declared.statements[index]) continue;
    faults.add(
      others[index] ?? 0,
      `declares ${found[index] ?? "nothing"} where the model has ${declared.statements[index] ?? "nothing"}`,
    );
  }
  for (const constant of constants) {
    if (!declared.constants.test(nameOf(constant)))
      faults.add(constant, `declares the constant ${nameOf(constant)}`);
    if (nameOf(constant) === "operations") checkOperations(constant, declared.operations, faults);
  }
  const known = new Set([...imported, ...declared.exports, ...constants.map(nameOf)]);
  const operations = new Set(declared.operations);
  for (const statement of rest) {
    const members = new Set(ts.isClassDeclaration(statement) ? statement.members.map(nameOf) : []);
    checkCode(statement, { known, members, operations }, faults);
  }
}

/** `export { … } from "…"`, of which the names are looked at with the imports. */
function isPassedOn(statement: Statement): boolean {
  return ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;
}

function constantsOf({ declarationList }: VariableStatement): readonly VariableDeclaration[] {
  return declarationList.declarations;
}

/** A declaration by its names: `class Things list get`, `Thing`. One that is not exported is not one of the model's. */
function outlineOf(statement: Statement): string {
  const isExported =
    ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.[0]?.kind === ts.SyntaxKind.ExportKeyword;
  if (!isExported) return `<${ts.SyntaxKind[statement.kind]}>`;
  if (ts.isClassDeclaration(statement)) return classOutline(statement);
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  return isType ? nameOf(statement) : `<${ts.SyntaxKind[statement.kind]}>`;
}

function classOutline(node: ClassDeclaration): string {
  return [
    "class",
    nameOf(node),
    ...node.members.map((one) => (ts.isConstructorDeclaration(one) ? "constructor" : nameOf(one))),
  ].join(" ");
}

function nameOf({ name }: Node & { readonly name?: Node | undefined }): string {
  if (name === undefined) return "";
  // Which expression it is, checkCode says.
  if (ts.isComputedPropertyName(name)) return "[]";
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";
}

function checkOperations(
  { initializer }: VariableDeclaration,
  expected: readonly string[],
  faults: FileFaults,
): void {
  const table = initializer && ts.isSatisfiesExpression(initializer) ? initializer.expression : initializer;
  const keys = table && ts.isObjectLiteralExpression(table) ? table.properties.map(nameOf) : [];
  if (keys.join() !== expected.join()) faults.add(initializer ?? 0, `has the operations ${keys.join(", ")}`);
}
