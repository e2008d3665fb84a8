import { glob, readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

// What a vendor's package ships speaks of the API alone, as the vendor's own technical writer would: not of where a fact
// was found, of other languages, or of files that only this repository has.

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const vendors = ["agora", "agoralia", "agentref", "buena"];

const unwanted: readonly [what: string, pattern: RegExp][] = [
  ["the vendor, as others speak of it", /\bvendor(?:'s|s)?\b/i],
  ["a source", /\bSOURCES\b/],
  [
    "pages of a documentation",
    /\b(?:SDK|HTTP|API) reference\b|\b(?:page|guide|sample)s? (?:says?|shows?|names?|reads?|disagree|know)\b/i,
  ],
  [
    "what nobody wrote down",
    /\b(?:not|no longer) (?:documented|published)\b|\bundocumented\b|\bdoes not document\b|\bOpenAPI file\b/i,
  ],
  [
    "another language, or a client in it",
    /\b(?:Python|PHP|Golang|Ruby|Java|Rust)\b|\b(?:JavaScript|Node|TypeScript|older|current) clients?\b/,
  ],
];

/** Text that the generator writes into every package, and which is not the vendor's. */
const own = /^\s*(?:\/\/|\*).*\bopenapi-(?:fetch|typescript)\b|^import |^export \* /;

async function shippedFiles(vendor: string): Promise<readonly string[]> {
  const folder = `packages/${vendor}`;
  const manifest = JSON.parse(await readFile(`${root}${folder}/package.json`, "utf8")) as {
    readonly files: readonly string[];
  };
  const files = [`${folder}/README.md`, `${folder}/package.json`];
  for (const named of manifest.files.filter((file) => file !== "dist"))
    for await (const path of glob(`${folder}/${named}{,/**/*.*}`, { cwd: root }))
      if (extname(path) !== "") files.push(path);
  // What is built is made of these, doc comments and all.
  for await (const path of glob(`${folder}/src/**/*.ts`, { cwd: root })) files.push(path);
  return files;
}

describe.each(vendors)("what %s ships", (vendor) => {
  it.each(unwanted)("does not speak of %s", async (_, pattern) => {
    const found: string[] = [];
    for (const file of await shippedFiles(vendor)) {
      const lines = (await readFile(root + file, "utf8")).split("\n");
      // Sentences run over lines.
      for (const [index, line] of lines.entries()) {
        if (own.test(line)) continue;
        const pair = `${line} ${(lines[index + 1] ?? "").replace(/^\s*(?:\*|#|\/\/)?\s*/, "")}`;
        if (pattern.test(line) || (pattern.test(pair) && !pattern.test(lines[index + 1] ?? ""))) {
          found.push(`${file}:${index + 1}: ${line.trim()}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it("names no file that the package does not have", async () => {
    const files = await shippedFiles(vendor);
    const has = new Set([...files.map((file) => basename(file)), "package.json", "CHANGELOG.md"]);
    const found: string[] = [];
    for (const file of files) {
      if (file.endsWith(".lock")) continue;
      const text = await readFile(root + file, "utf8");
      // Modules, as imports name them, are the package's own too.
      for (const [, name = ""] of text.matchAll(
        /(?<![\w./@-])([\w-]+\.(?:md|ya?ml|json|lock|tsx?|mts|cts))\b(?!\/)/g,
      )) {
        if (!has.has(name)) found.push(`${file}: ${name}`);
      }
    }
    expect([...new Set(found)]).toEqual([]);
  });
});

describe.each(vendors)("the document of %s", (vendor) => {
  it("speaks of the API, not of clients of it", async () => {
    const text = await readFile(`${root}packages/${vendor}/openapi.yaml`, "utf8");
    const lines = text.split("\n").filter((line) => /\bclients?\b(?!:)/i.test(line));
    expect(lines).toEqual([]);
  });

  it("has its paragraphs apart", async () => {
    const found: string[] = [];
    for await (const path of glob(`specs/${vendor}/{,paths/,schemas/}*.yaml`, { cwd: root })) {
      const text = await readFile(root + path, "utf8");
      for (const line of joinedParagraphs(text)) found.push(`${path}:${line}`);
    }
    expect(found).toEqual([]);
  });
});

// Folded, an empty line is a line break, which Markdown takes for a space: a literal block keeps it.
function joinedParagraphs(yaml: string): readonly number[] {
  const found: number[] = [];
  for (const { 0: block, 1: indent = "", index } of yaml.matchAll(
    /^( *)(?:- )?[\w"'$-]+: >-?\n(?:(?:\1 +\S.*)?\n)+/gm,
  )) {
    if (/\n *\n/.test(block.trimEnd().slice(indent.length)))
      found.push(yaml.slice(0, index).split("\n").length);
  }
  return found;
}

it.each([
  ["a: >-\n  One.\n\n  Two.\nb: 1\n", [1]],
  ["x: 1\na: >-\n  One.\n  Two.\n\nb: 1\n", []],
  ["a: |-\n  One.\n\n  Two.\n", []],
  ["a:\n  - b: >\n      One.\n\n      Two.\n  - c: 1\n", [2]],
])("paragraphs that are folded into one are found in %j", (yaml, want) => {
  expect(joinedParagraphs(yaml)).toEqual(want);
});

describe("the changesets of", () => {
  it.each(vendors)("%s speak of no source and no other language", async (vendor) => {
    const found: string[] = [];
    for await (const path of glob(".changeset/*.md", { cwd: root })) {
      const text = await readFile(root + path, "utf8");
      if (!text.includes(`"@trunkline/${vendor}"`)) continue;
      for (const line of text.split("\n"))
        if (unwanted.some(([, pattern]) => pattern.test(line))) found.push(`${path}: ${line}`);
    }
    expect(found).toEqual([]);
  });
});

describe("the check of words", () => {
  it.each([
    ["Written from the vendor's public documentation and clients.", 1],
    ["SOURCES.md tells what each part rests on.", 1],
    ["Buena's HTTP reference shows another answer.", 1],
    ["No limit on the batch size is not documented.", 1],
    ["The Python client sends false.", 1],
    ["a sample names 100 an hour; the sample shows it", 1],
    ["Pictures, samples of a voice, and a guide to them.", 0],
    ["Only leads of this source.", 0],
  ])("finds in %j: %i", (text, count) => {
    expect(Math.min(1, unwanted.filter(([, pattern]) => pattern.test(text)).length)).toBe(count);
  });
});
