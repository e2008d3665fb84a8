import { describe, expect, it } from "vitest";
import { markdownBlocks, markdownCode, markdownText } from "../src/emit/markdown.ts";

describe("document text in Markdown", () => {
  it.each([
    ["code stays code", "set `a_b` and `c`", "set `a_b` and `c`"],
    ["a lone backtick is text", "it's ` here", "it's \\` here"],
    ["names keep their underscores", "program_id and _x_", "program_id and \\_x\\_"],
    ["no HTML", "<script>x</script>", "&lt;script\\>x&lt;/script\\>"],
    ["no links", "[a](http://b) www.c.d e@f.g", "a (`http://b`) `www.c.d` `e@f.g`"],
    [
      "a link with a title",
      'See [the docs](https://b.c/d "D"), please.',
      "See the docs (`https://b.c/d`), please.",
    ],
    ["a link in angle brackets", "<https://b.c>", "`https://b.c`"],
    ["a link of itself", "at [https://b.c](https://b.c).", "at `https://b.c`."],
    ["an address in a sentence", "(See https://b.c/d_e?f=[g].)", "(See `https://b.c/d_e?f=[g`\\].)"],
    ["a badge", "[![b](https://i.c/b.svg)](https://b.c)", "b (`https://i.c/b.svg`) (`https://b.c`)"],
    ["no address", "http:// and www.", "http:\\/\\/ and www\\."],
    ["a link to a file", "[a](./b.md)", "\\[a\\](./b.md)"],
    ["no images, headings, tables", "![a] # b | c", "\\!\\[a\\] \\# b \\| c"],
    ["no list at the start", "- a", "\\- a"],
    ["no numbered list", "1. a", "1\\. a"],
    ["a version is not a list", "1.1.0", "1.1.0"],
    ["one line without control characters", "a\n\u0000b\u2028c\u202ed", "a b c d"],
    ["no entities", "&lt;", "\\&lt;"],
  ])("%s", (_name, given, want) => {
    expect(markdownText(given)).toBe(want);
  });

  it.each([
    ["plain", "GET /a", "`GET /a`"],
    ["backticks inside", "a``b", "```a``b```"],
    ["backticks at the edge", "`a", "`` `a ``"],
    ["a bar in a table", "a|b", "`a\\|b`"],
  ])("code: %s", (_name, given, want) => {
    expect(markdownCode(given)).toBe(want);
  });

  it("keeps paragraphs and flat lists", () => {
    expect(markdownBlocks("Three\nkinds:\n\n- `a`: one\n  more\n- b\n\nEnd # here")).toBe(
      "Three kinds:\n\n- `a`: one more\n- b\n\nEnd \\# here",
    );
  });
});
