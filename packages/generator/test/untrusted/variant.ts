import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileFunction } from "node:vm";
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

function compile(path: string, text: string): (...args: unknown[]) => void {
  const { outputText } = ts.transpileModule(text, {
    transformers: { before: [withoutMeta] },
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ESNext,
      esModuleInterop: true,
      verbatimModuleSyntax: false,
    },
  });
  // A file may have a `require` of its own.
  const body = outputText.replaceAll(/^((?:const|var) \w+ = (?:__\w+\()?)require\("/gm, '$1load("');
  return compileFunction(body, ["exports", "load", "importMeta"], { filename: path }) as (
    ...args: unknown[]
  ) => void;
}

/** A function has no `import.meta`: it is given one. */
const withoutMeta: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node =>
    ts.isMetaProperty(node)
      ? ts.factory.createIdentifier("importMeta")
      : ts.visitEachChild(node, visit, context);
  return ts.visitEachChild(file, visit, context);
};

function reaches(path: string, goal: string, seen: Set<string> = new Set()): boolean {
  if (path === goal) return true;
  if (seen.has(path)) return false;
  seen.add(path);
  return [...(whole.get(path)?.imports ?? [])].some((next) => reaches(next, goal, seen));
}
