import { basename } from "node:path";

/** A block of code in a page or in a doc comment. */
export interface Fence {
  /** Of the page or source that a person would mend, from the repository's root. */
  readonly path: string;
  /** Line and column of its first character of code, from 1. */
  readonly line: number;
  readonly column: number;
  readonly language: Language;
  readonly text: string;
  /** Pages are read from the top: a fence may use what an earlier one declares. */
  readonly page: string;
  /** Set of fences in doc comments, which the reader sees beside the package: the name of that package. */
  readonly commentOf?: string;
}

export type Language = "ts" | "tsx" | "js" | "json";

const LANGUAGES: Readonly<Record<string, Language>> = {
  ts: "ts",
  typescript: "ts",
  mts: "ts",
  cts: "ts",
  tsx: "tsx",
  js: "js",
  javascript: "js",
  mjs: "js",
  json: "json",
};

/** Every fence of a language that can be checked; those of others are text. */
export function fencesOfPage(text: string, path: string): Fence[] {
  return openFences(text.split("\n")).map((fence) => ({ ...fence, path, page: path }));
}

/** Every fence in the doc comments of a source or declaration file. */
export function fencesOfComments(text: string, path: string, packageName: string): Fence[] {
  const found: Fence[] = [];
  for (const { 0: comment, index } of text.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const first = text.slice(0, index).split("\n").length;
    // What stands before the text of a line is no part of it.
    const margins = comment.split("\n").map((line) => /^\s*\*(?!\/) ?/.exec(line)?.[0] ?? "");
    const lines = comment.split("\n").map((line, at) => line.slice(margins[at]?.length ?? 0));
    for (const fence of openFences(lines)) {
      const line = first + fence.line - 1;
      const column = fence.column + (margins[fence.line - 1]?.length ?? 0);
      found.push({ ...fence, line, column, path, page: `${path}:${line}`, commentOf: packageName });
    }
  }
  return found;
}

/**
 * The same fences as they stand in the sources, where somebody would mend them.
 *
 * @param shipped - of declarations; one that is nowhere in the sources stays where it is
 */
export function inSources(shipped: readonly Fence[], sources: readonly Fence[]): Fence[] {
  const places = new Map(sources.map((fence) => [fence.text, fence]));
  return shipped.map((fence) => {
    const place = places.get(fence.text);
    return place === undefined ? fence : { ...place, page: fence.page };
  });
}

interface Open {
  readonly line: number;
  readonly column: number;
  readonly language: Language;
  readonly text: string;
}

/** Fences as CommonMark reads them: of three marks or more, ended by as many, indented or not. */
function openFences(lines: readonly string[]): Open[] {
  const found: Open[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const opening = /^(\s*(?:[-*]\s+|>\s?)*)(`{3,}|~{3,})\s*([\w+-]*)[^`]*$/.exec(lines[at] ?? "");
    if (opening === null) continue;
    const [, before = "", mark = "", word = ""] = opening;
    const closing = new RegExp(`^[\\s>]*\\${mark[0]}{${mark.length},}\\s*$`);
    const begin = at + 1;
    at = begin;
    while (at < lines.length && !closing.test(lines[at] ?? "")) at += 1;
    const language = LANGUAGES[word.toLowerCase()];
    if (language === undefined) continue;
    const body = lines.slice(begin, at).map((line) => line.slice(Math.min(before.length, indentOf(line))));
    const column = 1 + Math.min(before.length, indentOf(lines[begin] ?? ""));
    found.push({ line: begin + 1, column, language, text: body.join("\n") });
  }
  return found;
}

function indentOf(line: string): number {
  return /^[\s>]*/.exec(line)?.[0].length ?? 0;
}

/** `packages/agora/README.md`, line 30 -> `packages-agora-README-30`. */
export function fileStem({ path, line, column }: Fence): string {
  const folder = path.slice(0, -basename(path).length);
  const stem = basename(path).replace(/\.[^.]*$/, "");
  return `${folder}${stem}-${line}-${column}`.replace(/[^A-Za-z\d-]+/g, "-");
}
