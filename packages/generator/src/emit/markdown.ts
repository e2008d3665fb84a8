/**
 * Makes inline Markdown that shows a document's text exactly: on one line, without HTML, links and table cells.
 * Descriptions are CommonMark, so that `code` stays code; everything else that Markdown would act on is escaped.
 */
export function markdownText(text: string): string {
  const line = oneLine(text);
  const parts = line.split(/(`[^`]+`)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? markdownCode(part.slice(1, -1)) : escapeWords(part)))
    .join("")
    .trim();
}

/** Makes Markdown of a document's text with its paragraphs and flat lists; otherwise like {@link markdownText}. */
export function markdownBlocks(text: string): string {
  const blocks = text.trim().split(/\n[^\S\n]*\n\s*/);
  return blocks
    .map((block) => {
      const items = block.split(/(?:^|\n)[^\S\n]*[-*]\s+/);
      const head = markdownText(items[0] ?? "");
      const list = items.slice(1).map((item) => `- ${markdownText(item)}`);
      return [...(head === "" ? [] : [head]), ...(list.length === 0 ? [] : [list.join("\n")])].join("\n\n");
    })
    .join("\n\n");
}

/** Makes Markdown code of a document's text: backticks cannot end it, and a bar cannot end a table cell. */
export function markdownCode(text: string): string {
  const line = oneLine(text).replaceAll("|", "\\|");
  // Two backticks with nothing between would begin code that ends who knows where.
  if (line === "") return "";
  const fence = "`".repeat(longestRun(line) + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** Length of the longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** A fenced block. The text is the emitter's own, in which document text stands in string literals alone. */
export function markdownFence(language: string, text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table of cells that are Markdown already. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function oneLine(text: string): string {
  return text.replace(/[\p{C}\p{Z}\s]+/gu, " ").trim();
}

/** Pages make links of addresses, escaped or not, but in code. */
function escapeWords(text: string): string {
  const parts = withoutLinks(text).split(/(\S+)/);
  let escaped = "";
  let plain = "";
  for (const part of parts) {
    const address = addressIn(part);
    if (address === undefined) {
      plain += part;
      continue;
    }
    const [before, code, after] = address;
    escaped += escapeMarkdown(plain + before) + markdownCode(code);
    plain = after;
  }
  return escaped + escapeMarkdown(plain);
}

/** `[words](address)`, also around an image, and `<address>` in words. */
function withoutLinks(text: string): string {
  return inWords(inWords(text)).replace(/<([^<>\s]*)>/g, (link, address: string) =>
    address.includes("://") ? address : link,
  );
}

function inWords(text: string): string {
  return text.replace(
    /!?\[([^[\]]*)\]\(([^()\s]*)(?:\s[^()]*)?\)/g,
    (link, words: string, address: string) => {
      if (!address.includes("://")) return link;
      if (words === address) return address;
      return words.trim() === "" ? ` ${address} ` : `${words} (${address})`;
    },
  );
}

/** What stands before an address in a word, the address, and what stands after it. */
function addressIn(word: string): readonly [before: string, address: string, after: string] | undefined {
  if (/[^@]@[^@]/.test(word)) return ["", word, ""];
  const scheme = word.indexOf("://");
  let begin = scheme === -1 ? word.search(/(?<![\p{L}\p{N}])www\./iu) : scheme;
  if (begin === -1) return undefined;
  while (scheme !== -1 && /[a-z\d+.-]/i.test(word[begin - 1] ?? "")) begin -= 1;
  let end = word.length;
  while (/[.,;:!?'")\]}>*_]/.test(word[end - 1] ?? "")) end -= 1;
  if (end <= (scheme === -1 ? begin : scheme) + 3) return undefined;
  return [word.slice(0, begin), word.slice(begin, end), word.slice(end)];
}

function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<>|~#!&$@{}]/g, (character) => (character === "<" ? "&lt;" : `\\${character}`))
      // An underscore between letters is not emphasis.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      // Bare addresses become links, some without their scheme too.
      .replace(/\/\//g, "\\/\\/")
      .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
      // A line that starts so would be a list or a heading line.
      .replace(/^(?=[-+=])|^(\d+)(?=[.)](?:\s|$))/, "$1\\")
  );
}
