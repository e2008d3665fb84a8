import type { JsonObject } from "@trunkline/document";
import { parse } from "yaml";
import { emitSources } from "../../src/emit/typescript/sources.ts";
import { formatFiles } from "../../src/format/oxfmt.ts";
import { buildModel } from "../../src/model/build.ts";
import type { Model } from "../../src/model/types.ts";
import type { NamesLock } from "../../src/names/lock.ts";

/** The model of a document that is given without its first lines. */
export function modelOf(rest: string, lock?: NamesLock, version = "3.1.0"): Model {
  const text = `openapi: ${version}\ninfo: { title: Shop API, version: "1" }\n${rest}`;
  const document = parse(text, { merge: true }) as JsonObject;
  return buildModel({ document, locate: () => ({ file: "openapi.yaml", line: 1, column: 1 }) }, lock, {
    folder: "shop",
  });
}

/** What each named snippet becomes: all files of it as one text, formatted. One run of the formatter for all. */
export async function emitAll(snippets: ReadonlyMap<string, Model>): Promise<ReadonlyMap<string, string>> {
  const names = [...snippets.keys()];
  const files = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    for (const [path, text] of emitSources(snippets.get(name) as Model)) files.set(`${index}/${path}`, text);
  }
  const formatted = await formatFiles(files);
  return new Map(
    names.map((name, index) => {
      const own = [...formatted].filter(([path]) => path.startsWith(`${index}/`));
      return [name, own.map(([path, text]) => `// ${path.slice(`${index}/`.length)}\n${text}`).join("\n")];
    }),
  );
}

/** The text without the indentation that it has in a test, and without outer line breaks. */
export function dedent(text: string): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const least = Math.min(...indents);
  return lines.map((line) => line.slice(least)).join("\n");
}

/** Inserts a snippet under a key, indented. */
export function under(key: string, snippet: string): string {
  const path = key.split(".");
  const lines = path.map((part, depth) => `${"  ".repeat(depth)}${part}:`);
  const body = dedent(snippet)
    .split("\n")
    .map((line) => "  ".repeat(path.length) + line);
  return [...lines, ...body].join("\n");
}
