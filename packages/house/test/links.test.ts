import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const pages = globSync(
  ["*.md", "docs/**/*.md", "{packages,examples}/*/README.md", "{bench,runtimes}/README.md"],
  {
    cwd: root,
  },
);

/** Links of a page to files and headings of the repository that are not there. */
function broken(path: string, text: string): string[] {
  const prose = text.replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, "").replace(/(`+)[^`\n][^\n]*?\1/g, "");
  return [...prose.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, href = ""]) => {
    if (/^[a-z]+:/.test(href)) return [];
    const [file = "", anchor] = href.split("#");
    const target = file === "" ? join(root, path) : join(root, dirname(path), file);
    if (!existsSync(target)) return [`${path} -> ${href}`];
    if (anchor === undefined) return [];
    const page = target.endsWith(".md") ? target : join(target, "README.md");
    return existsSync(page) && anchors(readFileSync(page, "utf8")).has(anchor) ? [] : [`${path} -> ${href}`];
  });
}

/** Anchors of headings as GitHub makes them. */
function anchors(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const prose = text.replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, "");
  return new Set(
    [...prose.matchAll(/^#{1,6} (.*)$/gm)].map(([, words = ""]) => {
      const base = words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/ /g, "-");
      const count = seen.get(base) ?? 0;
      seen.set(base, count + 1);
      return count === 0 ? base : `${base}-${count}`;
    }),
  );
}

it.each(pages.map((path) => relative(root, join(root, path))))(
  "%s leads nowhere that is not there",
  (path) => {
    // Emitted packages link to files that they ship.
    expect(broken(path, readFileSync(join(root, path), "utf8"))).toEqual([]);
  },
);

it("sees links that lead nowhere", () => {
  const text =
    "# A b\n\n[x](nowhere.md) [y](#a-b) [z](#c) [w](README.md#nothing) `[v](code.md)` [u](https://a.test)\n";
  expect(broken("docs/README.md", text)).toEqual([
    "docs/README.md -> nowhere.md",
    "docs/README.md -> #a-b",
    "docs/README.md -> #c",
    "docs/README.md -> README.md#nothing",
  ]);
});
