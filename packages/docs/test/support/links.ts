import { posix } from "node:path";
import MarkdownIt from "markdown-it";

/** Links of pages that lead to a page or a heading which is not there; those to other sites are left out. */
export function brokenLinks(files: ReadonlyMap<string, string>): string[] {
  const parsed = new Map([...files].map(([path, text]) => [path, new MarkdownIt().parse(text, {})]));
  const anchors = new Map([...parsed].map(([path, tokens]) => [path, anchorsOf(tokens)]));
  const broken: string[] = [];
  for (const [path, tokens] of parsed) {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === "link_open" ? String(token.attrGet("href")) : "https:";
      if (/^[a-z]+:/.test(href)) continue;
      const [file = "", anchor] = decodeURI(href).split("#");
      const target = file === "" ? path : posix.join(posix.dirname(path), file);
      const isThere = files.has(target) && (anchor === undefined || anchors.get(target)?.has(anchor));
      if (!isThere) broken.push(`${path} -> ${href}`);
    }
  }
  return broken;
}

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number];

/** As GitHub and most makers of sites give them. */
function anchorsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [index, { type }] of tokens.entries()) {
    if (type !== "heading_open") continue;
    const words = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join("");
    const base = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    anchors.add(count === 0 ? base : `${base}-${count}`);
  }
  return anchors;
}
