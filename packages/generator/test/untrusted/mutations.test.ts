import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import {
  bounds,
  cells,
  type Detector,
  files,
  type Load,
  lock,
  messages,
  names,
  outputs,
  reach,
} from "./detectors.ts";

/** Guards, each with what stands there without it, and the rows of the corpus that tell. */
const guards: readonly [guard: string, file: string, from: string, to: string, detector: Detector][] = [
  // Text of the document becomes TypeScript
  [
    "quoting of literals",
    "emit/text.ts",
    "make(escapeInvisible(JSON.stringify(value)))",
    'make(`"${value}"`)',
    cells('"', "newline"),
  ],
  [
    "escapes of what cannot be seen",
    "emit/text.ts",
    "escapeInvisible(JSON.stringify(value))",
    "JSON.stringify(value)",
    cells("right to left"),
  ],
  [
    "quoting of keys",
    "emit/text.ts",
    ".test(name) ? make(name) : stringLiteral(name)",
    ".test(name) ? make(name) : make(name)",
    cells('"]:'),
  ],
  [
    "keys called __proto__",
    "emit/text.ts",
    'if (name === "__proto__") return',
    'if (name === "__proto") return',
    cells("__proto__"),
  ],
  ["ends of comments", "emit/text.ts", '.replaceAll("*/", "*\\\\/")', "", cells("*/")],
  ["marks in comments", "emit/text.ts", '.replace(INVISIBLE, "")', "", cells("right to left")],
  ["orders in comments", "emit/text.ts", '"$1\\u2011"', '"$1-"', cells("order to a tool")],
  ["identifiers", "emit/text.ts", "!isIdentifier(name) || isReservedWord(name)", "name === ''", names],
  ["member names", "emit/text.ts", "!isIdentifier(name) || name === ", "name === ", names],
  ["plain words", "emit/text.ts", "if (!/^[a-z\\d_-]+$/.test(text))", "if (text === '')", names],
  ["names of a lock", "names/lock.ts", "!isIdentifier(name) || name === ", "name === ", lock],
  // Other outputs
  [
    "Markdown",
    "emit/markdown.ts",
    "function escapeMarkdown(text: string): string {",
    "function escapeMarkdown(text: string): string {\nif (text) return text;",
    cells("link"),
  ],
  [
    "Markdown code",
    "emit/markdown.ts",
    'const fence = "`".repeat(longestRun(line) + 1);',
    'const fence = "`";',
    cells("`"),
  ],
  [
    "lines of Markdown",
    "emit/markdown.ts",
    'return text.replace(/[\\p{C}\\p{Z}\\s]+/gu, " ").trim();',
    "return text;",
    cells("reference link", "#"),
  ],
  [
    "the description in package.json",
    "emit/package/manifest.ts",
    '.replace(/[\\p{C}\\p{Z}\\s]+/gu, " ")',
    "",
    cells("newline"),
  ],
  [
    "quoting in YAML",
    "read/yaml-text.ts",
    "if (!asBlock) return quoted(text);",
    "if (!asBlock) return text;",
    cells("---", "yaml"),
  ],
  [
    "marks in YAML",
    "read/yaml-text.ts",
    "if (text.search(INVISIBLE) !== -1) return quoted(text);",
    "",
    cells("soft hyphens"),
  ],
  ["marks in the names lock", "names/lock.ts", "escapeInvisible(text)", "text", cells("right to left")],
  [
    "text in types of openapi-typescript",
    "emit/package/schema.ts",
    "escapeInvisible(astToString(nodes))",
    "astToString(nodes)",
    cells("right to left"),
  ],
  [
    "orders in its comments",
    "emit/package/sealed-document.ts",
    "inert(value)",
    "value",
    cells("order to a tool"),
  ],
  ["messages", "diagnostics.ts", "return printable(", "return (", messages],
  // Reach
  [
    "the sealed document",
    "emit/package/sealed-document.ts",
    'const sealed = sealObject("document", document, { ids: new Set(), mark }) as JsonObject;',
    "const sealed = structuredClone(document);",
    reach,
  ],
  [
    "refs in data",
    "emit/package/sealed-document.ts",
    'key === "$ref" ? [] : [[key, sealData(field)]]',
    "[[key, sealData(field)]]",
    reach,
  ],
  [
    "addresses and absolute paths",
    "read/reference.ts",
    "function refused(address: string, quoted: string): ReferenceFault | undefined {",
    "function refused(address: string, quoted: string): ReferenceFault | undefined {\nif (quoted) return undefined;",
    reach,
  ],
  ["addresses that are escaped", "read/reference.ts", "if (again !== undefined) return again;", "", reach],
  [
    "paths out of the folder",
    "read/reference.ts",
    'if (file === ".." || file.startsWith("../")) {',
    "if (file === '..') {",
    reach,
  ],
  [
    "links out of the folder",
    "read/files.ts",
    "if (isOutside(relative(this.#realRoot, real))) {",
    "if (real === '') {",
    reach,
  ],
  ["the allowed origin of a ref", "read/reference.ts", "url.origin === origin && ", "", reach],
  ["the allowed origin of a request", "read/remote.ts", "url.origin !== origin.origin || ", "", reach],
  ["the size of an answer", "read/remote.ts", "if (size > bytes) {", "if (size < 0) {", reach],
  // Files
  [
    "links in the package",
    "write/write-files.ts",
    "if (await isLink(join(target, folder))) {",
    "if (folder === '') {",
    files,
  ],
  ["names of files", "write/write-files.ts", 'part === ".."', 'part === "...."', files],
  ["all or nothing", "write/write-files.ts", "for (const step of undo.reverse()) await step();", "", files],
  // Bounds
  [
    "growth by aliases",
    "read/parse-yaml.ts",
    "++this.#aliasValues > limits.aliasValues",
    "++this.#aliasValues > Number.MAX_VALUE",
    bounds,
  ],
  ["depth", "read/parse-yaml.ts", "if (depth > limits.depth) {", "if (depth > Number.MAX_VALUE) {", bounds],
  ["number of values", "read/value-count.ts", "if (this.#count <= this.#limit) return;", "return;", bounds],
  ["size of files", "read/files.ts", "size > fileBytes || this.#bytes > totalBytes", "size < 0", bounds],
  // The net under all of them
  [
    "declarations",
    "verify/sources.ts",
    "if (outlines[index] === expected.statements[index]) continue;",
    "continue;",
    outputs,
  ],
  [
    "constants",
    "verify/sources.ts",
    "if (!constants.test(text) || initializer === undefined) {",
    "if (initializer === undefined) {",
    outputs,
  ],
  [
    "data",
    "verify/sources.ts",
    "if (found !== undefined) faults.add(found.node",
    "if (found === null) faults.add(found.node",
    outputs,
  ],
  [
    "operations",
    "verify/sources.ts",
    "if (keys.join() !== expected.join())",
    "if (keys.length < 0)",
    outputs,
  ],
  [
    "modules",
    "verify/sources.ts",
    "if (module === RUNTIME) return runtimeNames;",
    'if (!module.startsWith(".")) return runtimeNames;',
    outputs,
  ],
  [
    "imported names",
    "verify/sources.ts",
    "propertyName !== undefined || !offered?.has(name.text)",
    "name.text === ''",
    outputs,
  ],
  [
    "attributes of imports",
    "verify/sources.ts",
    "statement.attributes",
    "statement.attributes === null",
    outputs,
  ],
  ["syntax", "verify/parse.ts", "faults.add(start,", "if (start < 0) faults.add(start,", outputs],
  [
    "line comments",
    "verify/parse.ts",
    "if (token === ts.SyntaxKind.SingleLineCommentTrivia)",
    "if (token === ts.SyntaxKind.Unknown)",
    outputs,
  ],
  ["orders", "verify/parse.ts", "directive.test(scanner.getTokenText())", "directive.test('')", outputs],
  ["what cannot be seen", "verify/parse.ts", "if (invisible !== -1)", "if (invisible < -1)", outputs],
  [
    "the index",
    "verify/fixed-files.ts",
    "if (!ts.isExportDeclaration(statement)) faults",
    "if (faults.all.length < 0) faults",
    outputs,
  ],
  [
    "the raw client",
    "verify/fixed-files.ts",
    'if (found.join("\\n") !== expected.join("\\n"))',
    "if (found.length < 0)",
    outputs,
  ],
  [
    "the version",
    "verify/fixed-files.ts",
    "faults.file.statements.length !== 1 || value.length !== 1 || value[0] !== true",
    "value.length > 9",
    outputs,
  ],
  [
    "fixed files",
    "verify/fixed-files.ts",
    "squeeze(expected) === squeeze(text)",
    "squeeze(text) !== ''",
    outputs,
  ],
  [
    "statements of foreign types",
    "verify/schema-types.ts",
    "if (!isType || !roots.has(statement.name.text) || statement.typeParameters) {",
    "if (false) {",
    outputs,
  ],
  [
    "kinds of foreign types",
    "verify/schema-types.ts",
    "if (!typeKinds.has(node.kind)) {",
    "if (node.kind < 0) {",
    outputs,
  ],
  [
    "names in foreign types",
    "verify/schema-types.ts",
    "if (!names.has(node.text))",
    "if (node.text === '')",
    outputs,
  ],
  [
    "keys in foreign types",
    "verify/schema-types.ts",
    'faults.add(child, "has a key',
    'if (child.kind < 0) faults.add(child, "has a key',
    outputs,
  ],
  ["package.json", "verify/manifest.ts", "!shape[general]?.test(String(value))", "false", outputs],
  [
    "keys of package.json",
    "verify/manifest.ts",
    "!Object.hasOwn(shape, general) ||",
    "Object.hasOwn(shape, general) &&",
    outputs,
  ],
  ["README", "verify/readme.ts", "if (!allowed.has(one.type))", "if (one.type === '')", outputs],
  [
    "links of README",
    "verify/readme.ts",
    'if (one.type === "link_open" &&',
    'if (one.type === "" &&',
    outputs,
  ],
  [
    "headings of README",
    "verify/readme.ts",
    'if (token.type === "heading_open" &&',
    'if (token.type === "" &&',
    outputs,
  ],
  ["samples of README", "verify/readme.ts", 'if (token.type === "fence")', 'if (token.type === "")', outputs],
  ["front matter", "verify/readme.ts", "if (/^(?:---", 'if (text === "" && /^(?:---', outputs],
  [
    "the shipped document",
    "verify/shipped-document.ts",
    "isEqual(value, document) ? []",
    "value !== null ? []",
    outputs,
  ],
  [
    "the names lock",
    "verify/verify-output.ts",
    "if (isDeepStrictEqual(JSON.parse(text), JSON.parse(formatLock(lock)))) return [];",
    "return [];",
    outputs,
  ],
  [
    "names of outputs",
    "verify/verify-output.ts",
    "else faults.push(`${name} is no file of a package`);\n      faults.push",
    "faults.push",
    outputs,
  ],
];

const source = fileURLToPath(new URL("../../src/", import.meta.url));
const home = fileURLToPath(new URL("../../", import.meta.url));

/** A copy of the generator in which one text stands for another. */
async function mutate(
  file: string,
  from: string,
  to: string,
): Promise<{ readonly load: Load; remove(): Promise<void> }> {
  const folder = await mkdtemp(`${home}.mutant-`);
  await cp(source, `${folder}/src`, { recursive: true });
  const path = `${folder}/src/${file}`;
  const text = await readFile(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  await writeFile(
    path,
    text.replace(from, () => to),
  );
  return {
    load: (name) => import(/* @vite-ignore */ `${folder}/src/${name}`),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

describe("without one guard the corpus is red", () => {
  it.each(guards)(
    "%s",
    async (_guard, file, from, to, detector) => {
      const mutant = await mutate(file, from, to);
      try {
        expect(await detector(mutant.load)).not.toEqual([]);
      } finally {
        await mutant.remove();
      }
    },
    120_000,
  );
});

describe("with all of them it is green", () => {
  const load: Load = (name) => import(/* @vite-ignore */ `${source}${name}`);
  it.each(Object.entries({ bounds, files, lock, messages, names, outputs, reach }))(
    "%s",
    async (_name, detector) => {
      expect(await detector(load)).toEqual([]);
    },
    120_000,
  );
});
