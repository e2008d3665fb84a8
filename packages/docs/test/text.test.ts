import MarkdownIt from "markdown-it";
import { expect, it } from "vitest";
import { blocks, cell, text } from "../src/text.ts";

/** What a reader sees. */
const shown = (markdown: string): string =>
  (new MarkdownIt({ html: true }).parseInline(markdown, {})[0]?.children ?? [])
    .map(({ content }) => content)
    .join("");

it.each([
  "a {{ b }} c",
  "{{a}}{{b}}{{{c}}}",
  "a :: b ::: c ::video{src=x}",
  "<b>x</b> & &lt; [a](b) *c* _d_ # e",
  "a | b \\ c",
])("shows %j as it is", (words) => {
  expect(shown(text(words))).toBe(words);
  expect(shown(cell(words))).toBe(words);
});

it.each<[string, string]>([
  ["use `a::b` and `{{c}}`", "use a::b and {{c}}"],
  ["`a`{{b}}`c`", "a {{b}}c"],
])("leaves code in %j alone", (given, want) => {
  expect(shown(text(given)).replaceAll("  ", " ")).toBe(want);
});

it("cuts what is too long for a cell at a word", () => {
  expect(cell("word ".repeat(400))).toMatch(/^(?:word )+word …$/);
  expect(cell("word ".repeat(400)).length).toBeLessThan(700);
  expect(blocks("a\n\nb")).toBe("a\n\nb");
});
