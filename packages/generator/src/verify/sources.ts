import type {
  ClassDeclaration,
  ClassElement,
  Expression,
  InterfaceDeclaration,
  Node,
  PropertyName,
  SourceFile,
  Statement,
  VariableStatement,
} from "typescript";
import type { Model } from "../model/types.ts";
import { eventMaps } from "../model/webhooks.ts";
import { runtimeNames } from "../names/reserved.ts";
import { ts } from "../typescript.ts";
import { foreignNode } from "./data-expression.ts";
import {
  modelClient,
  modelDeclaration,
  modelErrorBodies,
  modelErrors,
  modelResource,
  modelWebhooks,
} from "./model-outline.ts";
import { expressionOutline, functionOutline, membersOutline, nameOf, typeOutline } from "./outline.ts";
import type { FileFaults } from "./parse.ts";

const RUNTIME = "@trunkline/runtime/client";

/** A file that the model decides: what it declares, and what each constant of it may use. */
interface Expected {
  readonly path: string;
  /** Outlines of everything but imports and constants, in order. */
  readonly statements: readonly string[];
  /** Names of constants that may stand before them. */
  readonly constants: RegExp;
  /** Keys that the constant `operations` must have. */
  readonly operations?: readonly string[];
  /** Names that other files may import. */
  readonly exports: readonly string[];
}

/** Files that a model has, and what must stand in them. */
export function expectedSources(model: Model): ReadonlyMap<string, Expected> {
  const declared = (resource: string | undefined): Model["declarations"] =>
    model.declarations.filter((declaration) => declaration.resource === resource);
  const { client, errors } = model;
  const events = eventMaps(model).map(({ name }) => name);
  const files: Expected[] = [
    {
      path: "src/client.ts",
      statements: modelClient(model),
      constants: /^definition$/,
      exports: [client.name, client.optionsName],
    },
    {
      path: "src/errors.ts",
      statements: [...modelErrors(model), modelErrorBodies(model)],
      constants: /^isAPIError$/,
      exports: [errors.base, ...errors.classes.map(({ name }) => name), errors.bodies, "isAPIError"],
    },
    ...model.resources.map((resource) => ({
      path: `src/resources/${resource.file}.ts`,
      statements: [modelResource(resource, model), ...declared(resource.id).map(modelDeclaration)],
      constants: /^(?:operations|pages\d*)$/,
      operations: operationKeys(resource.id, model),
      exports: [resource.className, ...declared(resource.id).map(({ name }) => name)],
    })),
  ];
  const shared = declared(undefined);
  if (shared.length > 0 || events.length > 0) {
    files.push({
      path: "src/types.ts",
      statements: [...shared.map(modelDeclaration), ...modelWebhooks(model)],
      constants: /^$/,
      exports: [...shared.map(({ name }) => name), ...events],
    });
  }
  return new Map(files.map((file) => [file.path, file]));
}

function operationKeys(id: string, { operations }: Model): string[] {
  const own = operations.filter(({ resource }) => resource === id).map(({ method }) => method);
  const foreign = operations
    .filter(({ resource }) => resource !== id)
    .flatMap(({ aliases }) => aliases)
    .filter((alias) => alias.slice(0, Math.max(alias.lastIndexOf("."), 0)) === id);
  return [...own, ...foreign.map((alias) => alias.slice(alias.lastIndexOf(".") + 1))];
}

/** Holds one file against what the model says of it. */
export function checkSource(
  faults: FileFaults,
  expected: Expected,
  files: ReadonlyMap<string, Expected>,
): void {
  const imported = checkImports(faults, expected.path, files);
  const outlines: string[] = [];
  for (const statement of faults.file.statements) {
    if (ts.isImportDeclaration(statement)) continue;
    if (ts.isVariableStatement(statement)) checkConstant(statement, expected, imported, faults);
    else outlines.push(statementOutline(statement));
  }
  for (let index = 0; index < Math.max(outlines.length, expected.statements.length); index++) {
    if (outlines[index] === expected.statements[index]) continue;
    const found = shorten(outlines[index]);
    faults.add(0, `declares ${found} where the model has ${shorten(expected.statements[index])}`);
    return;
  }
}

function shorten(outline: string | undefined): string {
  return outline === undefined ? "nothing" : outline.length > 300 ? `${outline.slice(0, 300)}…` : outline;
}

/** @returns names that the file may refer to */
export function checkImports(
  faults: FileFaults,
  path: string,
  files: ReadonlyMap<string, { readonly exports: readonly string[] }>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of faults.file.statements) {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) continue;
    const specifier = statement.moduleSpecifier;
    const module = specifier && ts.isStringLiteral(specifier) ? specifier.text : "";
    const offered = exportsOf(module, path, files);
    const clause = ts.isImportDeclaration(statement) ? statement.importClause : statement;
    const list = clause && (ts.isImportClause(clause) ? clause.namedBindings : clause.exportClause);
    const hasDefault = clause !== undefined && ts.isImportClause(clause) && clause.name !== undefined;
    if (offered === undefined) faults.add(statement, `imports ${JSON.stringify(module)}`);
    if (
      hasDefault ||
      list === undefined ||
      ts.isNamespaceImport(list) ||
      ts.isNamespaceExport(list) ||
      statement.attributes
    ) {
      faults.add(statement, `imports more of ${JSON.stringify(module)} than names`);
      continue;
    }
    for (const { name, propertyName } of list.elements) {
      if (propertyName !== undefined || !offered?.has(name.text)) {
        faults.add(statement, `imports ${name.text}, which ${JSON.stringify(module)} does not have`);
      }
      names.add(name.text);
    }
  }
  return names;
}

function exportsOf(
  module: string,
  from: string,
  files: ReadonlyMap<string, { readonly exports: readonly string[] }>,
): ReadonlySet<string> | undefined {
  if (module === RUNTIME) return runtimeNames;
  if (!module.startsWith("./") && !module.startsWith("../")) return undefined;
  const path = new URL(module, `file:///${from}`).pathname.slice(1).replace(/\.js$/, ".ts");
  if (path === "src/version.ts") return new Set(["VERSION"]);
  const file = files.get(path);
  return file && new Set(file.exports);
}

function checkConstant(
  statement: VariableStatement,
  { constants, operations }: Expected,
  imported: ReadonlySet<string>,
  faults: FileFaults,
): void {
  for (const { name, initializer } of statement.declarationList.declarations) {
    const text = ts.isIdentifier(name) ? name.text : "";
    if (!constants.test(text) || initializer === undefined) {
      faults.add(statement, `declares the constant ${text}`);
      continue;
    }
    const found = foreignNode(initializer, new Set([...imported, ...pageConstants(faults.file)]));
    if (found !== undefined) faults.add(found.node, `${text} ${found.reason}`);
    if (text === "operations") checkOperations(initializer, operations ?? [], faults);
  }
}

function pageConstants(file: SourceFile): string[] {
  return file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ name }) => (ts.isIdentifier(name) && /^pages\d*$/.test(name.text) ? [name.text] : []));
}

function checkOperations(node: Expression, expected: readonly string[], faults: FileFaults): void {
  const table = ts.isSatisfiesExpression(node) ? node.expression : node;
  const keys = ts.isObjectLiteralExpression(table)
    ? table.properties.map((field) => (field.name === undefined ? "" : nameOf(field.name)))
    : [];
  if (keys.join() !== expected.join()) faults.add(node, `has the operations ${keys.join(", ")}`);
}

function nameOfStatement(statement: Statement): string {
  const { name } = statement as { readonly name?: Node };
  return name && ts.isIdentifier(name) ? name.text : "";
}

/** A declaration in one line. */
export function statementOutline(statement: Statement): string {
  const name = nameOfStatement(statement);
  const head = modifiers(statement);
  if (ts.isTypeAliasDeclaration(statement) && !statement.typeParameters) {
    return `${head}type ${name}=${typeOutline(statement.type)}`;
  }
  if (ts.isInterfaceDeclaration(statement) && !statement.typeParameters) {
    return `${head}interface ${name}${heritage(statement)}${membersOutline(statement.members)}`;
  }
  if (ts.isClassDeclaration(statement) && !statement.typeParameters) {
    return `${head}class ${name}${heritage(statement)}{${statement.members.map(classMember).join(";")}}`;
  }
  if (ts.isFunctionDeclaration(statement)) return `${head}function ${name}${functionOutline(statement)}`;
  return `<${ts.SyntaxKind[statement.kind]}>`;
}

function heritage({ heritageClauses }: InterfaceDeclaration | ClassDeclaration): string {
  return (heritageClauses ?? [])
    .map(({ token, types }) => ` ${ts.tokenToString(token)} ${types.map(typeOutline).join(",")}`)
    .join("");
}

function modifiers(node: Node): string {
  const list = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return [
    ...decorators.map(() => "<Decorator> "),
    ...list.map(({ kind }) => `${ts.tokenToString(kind)} `),
  ].join("");
}

function classMember(member: ClassElement): string {
  const head = modifiers(member);
  if (ts.isConstructorDeclaration(member)) return `${head}constructor${functionOutline(member)}`;
  if (ts.isMethodDeclaration(member)) return `${head}${memberName(member.name)}${functionOutline(member)}`;
  if (!ts.isPropertyDeclaration(member)) return `<${ts.SyntaxKind[member.kind]}>`;
  const type = member.type === undefined ? "" : `:${typeOutline(member.type)}`;
  const value = member.initializer === undefined ? "" : `=${expressionOutline(member.initializer)}`;
  return `${head}${memberName(member.name)}${type}${value}`;
}

function memberName(name: PropertyName): string {
  return ts.isComputedPropertyName(name) ? expressionOutline(name.expression) : nameOf(name);
}
