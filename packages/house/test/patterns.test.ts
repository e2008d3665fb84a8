import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { growthOf } from "../../runtime/test/growth/measure.ts";
import { MOST } from "../growth/measure.ts";

const folder = new URL("../../", import.meta.url);

/** Literals of regular expressions in a source file; comments are left out. */
function patternsOf(source: string): string[] {
  const code = source
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/ \/\/ .*$/gm, "");
  const literal =
    /(?<=[=(,:?&|!]\s*|return )\/(?![/*])((?:\[(?:\\.|[^\]\\\n])*\]|\\.|[^/\\\n[])+)\/[dgimsuvy]*/g;
  return [...code.matchAll(literal)].map(([text]) => text);
}

/** Patterns that meet no text of anybody's as it is: why. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  // JSON of our own writing: before its texts are not spaces but those of its depth.
  String.raw`/^( *)(.*)\[\n((?: +"(?:[^"\\\n]|\\.)*",?\n)+) *\](,?)$/gm`,
]);

const places = new Map<string, string>();
for (const file of globSync("{runtime,document,docs,generator,mock,mock-fetch,conformance,cli}/src/**/*.ts", {
  cwd: folder,
}))
  for (const text of patternsOf(readFileSync(new URL(file, folder), "utf8"))) places.set(text, file);

it("patterns are found in every package", () => {
  const packages = new Set([...places.values()].map((file) => file.split("/")[0]));
  expect([...packages].sort()).toEqual([
    "cli",
    "conformance",
    "docs",
    "document",
    "generator",
    "mock",
    "mock-fetch",
    "runtime",
  ]);
  expect(places.size).toBeGreaterThan(250);
});

it("time grows with the text, and no faster, of every pattern that is written in a source file", async () => {
  const tooFast: string[] = [];
  for (const [text, file] of places) {
    const [, body = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(text) ?? [];
    const pattern = new RegExp(body, flags.replace("g", ""));
    if (ELSEWHERE.has(text)) continue;
    const run = (long: string): boolean => {
      pattern.lastIndex = 0;
      return pattern.test(long);
    };
    if ((await growthOf(run)) >= MOST) tooFast.push(`${file}: ${text}`);
  }
  expect(tooFast).toEqual([]);
}, 300_000);
