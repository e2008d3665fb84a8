import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { fullDocument } from "../../generator/test/untrusted/full-document.ts";
import { payloads } from "../../generator/test/untrusted/payloads.ts";
import { placesOf } from "../../generator/test/untrusted/places.ts";
import { costly, refusable } from "../../generator/test/untrusted/refusable.ts";
import { spoil } from "../../generator/test/untrusted/spoil.ts";
import { pagesOf, type Reference, readReference } from "../src/index.ts";
import { activeMarkdown } from "./support/active-markdown.ts";

/** Texts that pages may act on, besides those of the corpus: makers of sites read more than Markdown. */
const ofPages: Readonly<Record<string, (id: string) => string>> = {
  "Vue's braces": (id) => `{{ globalThis.fired("${id}") }} a {{{b}}} \`x\`{{ c }}`,
  "a component of a site": (id) => `:::tip ${id}\n\n::: \n\n:link[${id}]{onclick="fired"} ::video{src=x}`,
  "a table's bars": (id) => `a | ${id} | b \\| c`,
  "a comment of HTML": (id) => `<!-- ${id} --> <!doctype html> <?php ?> <![CDATA[x]]>`,
  "a heading below a line": (id) => `${id}\n===\n\n${id}\n---\n`,
  "an entity": (id) => `&lt;b&gt;${id}&#60;img src=x&#62; &NewLine;# x`,
  "a fence of tildes": (id) => `x\n\n~~~js\nfired("${id}")\n~~~\n\n    indented("${id}")`,
};
Object.assign(payloads, ofPages);

let folder: string;
const references = new Map<string, Reference>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "trunkline-docs-"));
  const base = fullDocument();
  const places = placesOf(base).filter(({ id }) => !refusable.has(id) && !costly.has(id));
  for (const [index, name] of Object.keys(payloads).entries()) {
    const home = join(folder, `shop${index}`);
    await mkdir(home);
    await writeFile(join(home, "openapi.json"), spoil(base, places, name).text);
    references.set(name, await readReference(join(home, "openapi.json"), { packageName: "@acme/shop" }));
  }
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

describe("every place of a document times every payload", () => {
  it.each(Object.keys(payloads))("%s is inert in every page", (name) => {
    const reference = references.get(name);
    const files = reference === undefined ? new Map<string, string>() : pagesOf([reference]).files;
    expect(files.size).toBeGreaterThan(10);
    expect(activeMarkdown(files)).toEqual([]);
  });

  it("reaches the pages: the words are there", () => {
    const reference = references.get("*/");
    const files = reference === undefined ? [] : [...pagesOf([reference]).files.values()];
    expect(files.join("\n").split("globalThis.fired").length).toBeGreaterThan(100);
  });
});

describe("without one guard the corpus is red", () => {
  const plain = (words: string): string => words;
  /** Texts that guards are judged on. */
  const judged = ["newline", "link", "</script>", "`", "a table's bars"];
  it.each(["text", "blocks", "code", "cell"])("%s of text.ts", async (guard) => {
    vi.resetModules();
    vi.doMock("../src/text.ts", async (original) => ({ ...(await original<object>()), [guard]: plain }));
    const { pagesOf: unguarded } = await import("../src/pages-of.ts");
    vi.doUnmock("../src/text.ts");
    const found = judged.flatMap((name) => {
      const reference = references.get(name);
      return reference === undefined ? [] : activeMarkdown(unguarded([reference]).files);
    });
    expect(found).not.toEqual([]);
  });

  it("what keeps templates of sites away", async () => {
    vi.resetModules();
    vi.doMock("../src/text.ts", async () => {
      const { markdownBlocks, markdownCode, markdownText } = await import("@trunkline/generator/reference");
      return {
        text: markdownText,
        blocks: markdownBlocks,
        code: markdownCode,
        cell: markdownText,
        withoutTemplates: plain,
      };
    });
    const { pagesOf: unguarded } = await import("../src/pages-of.ts");
    vi.doUnmock("../src/text.ts");
    for (const name of ["Vue's braces", "a component of a site"]) {
      const reference = references.get(name);
      expect(reference && activeMarkdown(unguarded([reference]).files)).not.toEqual([]);
    }
  });
});
