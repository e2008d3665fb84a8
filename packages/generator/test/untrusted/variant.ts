import { readFileSync } from "node:fs";
import { createRequire, stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileFunction, constants } from "node:vm";
import ts from "typescript";

/** Loads a file of the generator under test, by its path below `src`. */
export type Load = <T>(file: string) => Promise<T>;

/** One text of a file stands for another. */
export interface Mutation {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

interface Module {
  readonly exports: object;
  /** Files that it imports. */
  readonly imports: Set<string>;
}

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const require = createRequire(import.meta.url);
const whole = new Map<string, Module>();
const compiled = new Map<string, (...args: unknown[]) => void>();

/** The generator as it is. */
export const original: Load = load(whole, undefined);

/**
 * The generator in which one text stands for another. Only the files that import the changed one, straight or through
 * others, are loaded anew: a copy of everything takes seconds.
 */
export function mutant({ file, from, to }: Mutation): Load {
  const path = join(source, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  const code = compile(
    path,
    text.replace(from, () => to),
  );
  return async (name) => {
    await original(name);
    const kept = [...whole].filter(([one]) => !reaches(one, path));
    return load(new Map(kept), { path, code })(name);
  };
}

function load(
  modules: Map<string, Module>,
  changed: { readonly path: string; readonly code: (...args: unknown[]) => void } | undefined,
): Load {
  const evaluate = (path: string): object => {
    const known = modules.get(path);
    if (known !== undefined) return known.exports;
    if (path.endsWith(".json")) return JSON.parse(readFileSync(path, "utf8")) as object;
    const module: Module = { exports: {}, imports: new Set() };
    modules.set(path, module);
    const requireFrom = (specifier: string): unknown => {
      if (!specifier.startsWith(".")) return require(specifier);
      const next = join(dirname(path), specifier);
      module.imports.add(next);
      return evaluate(next);
    };
    const code = changed?.path === path ? changed.code : codeOf(path);
    code(module.exports, requireFrom, { url: pathToFileURL(path).href });
    return module.exports;
  };
  return async <T>(name: string) => evaluate(join(source, name)) as T;
}

function codeOf(path: string): (...args: unknown[]) => void {
  const code = compiled.get(path) ?? compile(path, readFileSync(path, "utf8"));
  compiled.set(path, code);
  return code;
}

/**
 * Only imports and exports are written anew, where they stand: the compiler's own way to a CommonJS module is most of the time
 * of a corpus.
 */
function compile(path: string, text: string): (...args: unknown[]) => void {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS);
  const stripped = stripTypeScriptTypes(text);
  if (stripped.length !== text.length) throw new Error(`${path} has types of another length.`);
  const edits: Edit[] = [];
  if (text.includes("import.meta")) edits.push(...metaOf(file));
  // Functions are there before anything runs, for files that import each other.
  const [early, late]: [string[], string[]] = [[], []];
  for (const statement of file.statements) {
    const start = statement.getStart(file);
    const replace = (to: string): void => void edits.push({ start, end: statement.end, to });
    if (ts.isImportDeclaration(statement)) replace(importOf(statement, file));
    else if (ts.isExportDeclaration(statement)) replace(exportOf(statement, file));
    else if (isExported(statement)) {
      edits.push({ start, end: start + "export".length, to: "" });
      const isEarly = ts.isFunctionDeclaration(statement);
      (isEarly ? early : late).push(...namesOf(statement).map((name) => `exports.${name} = ${name};`));
    }
  }
  let body = stripped;
  for (const { start, end, to } of edits.sort((a, b) => b.start - a.start)) {
    body = body.slice(0, start) + to + body.slice(end);
  }
  return compileFunction(
    `"use strict";${early.join("")}${body}\n${late.join("")}`,
    ["exports", "load", "importMeta"],
    { filename: path, importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER },
  ) as (...args: unknown[]) => void;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly to: string;
}

function importOf({ importClause, moduleSpecifier }: ts.ImportDeclaration, file: ts.SourceFile): string {
  const loaded = `load(${moduleSpecifier.getText(file)})`;
  if (importClause === undefined) return `${loaded};`;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return "";
  const { name, namedBindings } = importClause;
  const byDefault =
    name && `const ${name.text} = ((one) => (one.__esModule ? one.default : one))(${loaded});`;
  if (namedBindings === undefined) return byDefault ?? "";
  const names = ts.isNamespaceImport(namedBindings)
    ? namedBindings.name.text
    : `{ ${namedBindings.elements
        .filter((one) => !one.isTypeOnly)
        .map((one) => (one.propertyName ? `${one.propertyName.text}: ${one.name.text}` : one.name.text))
        .join()} }`;
  return `${byDefault ?? ""}const ${names} = ${loaded};`;
}

function exportOf(statement: ts.ExportDeclaration, file: ts.SourceFile): string {
  const { isTypeOnly, exportClause, moduleSpecifier } = statement;
  if (isTypeOnly) return "";
  if (exportClause === undefined || !ts.isNamedExports(exportClause))
    throw new Error(`${file.fileName} exports in a way that is not read here.`);
  const from = moduleSpecifier && `load(${moduleSpecifier.getText(file)}).`;
  return exportClause.elements
    .filter((one) => !one.isTypeOnly)
    .map((one) => `exports.${one.name.text} = ${from ?? ""}${(one.propertyName ?? one.name).text};`)
    .join("");
}

/** Of types nothing is left. */
function isExported(statement: ts.Statement): statement is Exported {
  const isValue =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isVariableStatement(statement);
  return isValue && statement.modifiers?.[0]?.kind === ts.SyntaxKind.ExportKeyword;
}

type Exported = ts.FunctionDeclaration | ts.ClassDeclaration | ts.VariableStatement;

function namesOf(statement: Exported): readonly string[] {
  const named = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [statement];
  return named.map(({ name }) => {
    if (name === undefined || !ts.isIdentifier(name))
      throw new Error("An export without a name is not read.");
    return name.text;
  });
}

/** A function has no `import.meta`: it is given one. */
function metaOf(file: ts.SourceFile): readonly Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isMetaProperty(node)) edits.push({ start: node.getStart(file), end: node.end, to: "importMeta" });
    else ts.forEachChild(node, visit);
  };
  visit(file);
  return edits;
}

function reaches(path: string, goal: string, seen: Set<string> = new Set()): boolean {
  if (path === goal) return true;
  if (seen.has(path)) return false;
  seen.add(path);
  return [...(whole.get(path)?.imports ?? [])].some((next) => reaches(next, goal, seen));
}
