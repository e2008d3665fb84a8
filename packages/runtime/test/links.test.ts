import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkTarget } from "../src/links.ts";

describe("linkTarget", () => {
  it.each<[string, string | undefined]>([
    ['</a?page=2>; rel="next"', "/a?page=2"],
    ["</a>; rel=next", "/a"],
    ['</a>; REL="NEXT"', "/a"],
    ['</a>;rel="prev next last"', "/a"],
    ['</a>; rel="prev", </b>; rel="next"', "/b"],
    ['</a,b;c>; rel="next"', "/a,b;c"],
    ['</a>; title="x, <y>; rel=next", </b>; rel="next"', "/b"],
    ['</a>; title="x\\", </b>; rel=next; "; rel="prev"', undefined],
    ['</a>; rel="prev"; rel="next"', undefined],
    ['</a>; rel="nextpage"', undefined],
    ["</a>", undefined],
    ["</a", undefined],
    ["", undefined],
    [",,, ;;; </a> ; a ; b= ; rel = next", "/a"],
    ['< /a >; rel="next"', "/a"],
  ])("reads %j as %j", (header, want) => {
    expect(linkTarget(header, "next")).toBe(want);
  });

  it("finds the link that was written, among any others", () => {
    const target = fc.webUrl({ withQueryParameters: true });
    const title = fc.string().map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`);
    const relation = fc.constantFrom("prev", "first", "last", "nextish");
    const link = fc
      .tuple(target, title, relation)
      .map(([url, text, rel]) => `<${url}>; title=${text}; rel=${rel}`);
    fc.assert(
      fc.property(fc.array(link), target, title, fc.array(link), (before, url, text, after) => {
        const header = [...before, `<${url}>; title=${text}; rel="next"`, ...after].join(", ");
        expect(linkTarget(header, "next")).toBe(url);
      }),
      { numRuns: 30 },
    );
  });

  it.each(["<", "<>", '"', "\\", '<a>; rel="', "<a>;", ",", "<a>;a=b;", "<a>; rel=x,", " ", "<a> "])(
    "takes 100 kB of %j in one pass",
    (piece) => {
      expect(linkTarget(piece.repeat(100_000 / piece.length), "next")).toBeUndefined();
    },
  );
});
