import MarkdownIt from "markdown-it";

const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Surrogate}/u;

/** Links that pages have of their own. */
const OWN = /^(?:\.{1,2}\/[^:]*\.md(?:#[^:]*)?|#[^:]*)$/;

/** Headings that pages have of their own: names of types and methods are identifiers. */
const HEADING = /^[\p{L}\p{N}$_.@/:,\- ]+$/u;

/** What in pages is more than text: what a renderer, or a maker of sites, would act on. */
export function activeMarkdown(files: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    const add = (what: string): void => void found.push(`${path} ${what}`);
    if (!/^(?:[\p{L}\p{N}.$_-]+\/)*[\p{L}\p{N}.$_-]+\.(?:md|txt)$/u.test(path) || path.includes(".."))
      add("has such a name");
    if (text.startsWith("---")) add("has front matter");
    if (invisible.test(text)) add("has a character that cannot be seen");
    checkTokens(text, add);
  }
  return found;
}

function checkTokens(text: string, add: (what: string) => void): void {
  const env: { references?: Record<string, { href: string; title: string }> } = {};
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(text, env);
  if (Object.keys(env.references ?? {}).length > 0) add("defines a link");
  let columns = 0;
  let cells = 0;
  for (const [index, token] of tokens.entries()) {
    if (/html|code_block/.test(token.type)) add(`has a ${token.type}`);
    if (token.type === "fence" && !["ts", "sh"].includes(token.info)) add(`has a fence of ${token.info}`);
    if (token.type === "heading_open") {
      const words = tokens[index + 1]?.children?.map(({ content }) => content).join("") ?? "";
      if (!HEADING.test(words)) add(`has a heading ${JSON.stringify(words)}`);
      if (token.tag === "h1" && token.map?.[0] !== 0) add("has a second title");
      if (token.markup.startsWith("=") || token.markup.startsWith("-")) add("has a heading below a line");
    }
    if (token.type === "thead_open") columns = 0;
    if (token.type === "th_open") columns += 1;
    if (token.type === "tr_open") cells = 0;
    if (token.type === "td_open") cells += 1;
    if (token.type === "tr_close" && cells > 0 && cells !== columns) add("has a row with other cells");
    for (const child of token.children ?? []) {
      if (/html|image/.test(child.type)) add(`has a ${child.type}`);
      const href = child.type === "link_open" ? String(child.attrGet("href")) : undefined;
      if (href !== undefined && !OWN.test(href) && !KNOWN.has(href)) add(`links to ${href}`);
      // Vue reads braces out of what is rendered, but not in code; others take `::` as the beginning of a component.
      if (child.type === "text" && child.content.includes("{{")) add("has braces that Vue reads");
    }
  }
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "").replace(/(`+)[^`][\s\S]*?\1/g, "");
  if (/(?<!\\):{2,}|(?<!\\):(?!\\)[\w-]+[[{]/.test(prose)) add("has the beginning of a component");
}

/** Addresses in the words of the README, which pages share. */
const KNOWN: ReadonlySet<string> = new Set([
  "https://github.com/trunkline-clients/trunkline/tree/HEAD/examples/middleware#readme",
]);
