/**
 * Document text as inline Markdown that shows exactly that text: one line, no HTML, no links, no table cells. Descriptions
 * are CommonMark, so that `code` stays code; everything else that Markdown would act on is escaped.
 */
export function markdownText(text: string): string {
  const line = oneLine(text);
  const parts = line.split(/(`[^`]+`)/);
  return parts
    .map((part, index) => (index % 2 === 1 ? markdownCode(part.slice(1, -1)) : escapeWords(part)))
    .join("");
}

/** Document text as paragraphs and flat lists; otherwise as {@link markdownText}. */
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

/** Document text as Markdown code: backticks cannot end it, a bar cannot end a table cell. */
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

/** GitHub makes links of mail addresses, escaped or not, but in code. */
function escapeWords(text: string): string {
  const parts = text.split(/(\S+)/);
  const isAddress = (part: string): boolean => /[^@]@[^@]/.test(part);
  if (!parts.some(isAddress)) return escapeMarkdown(text);
  return parts.map((part) => (isAddress(part) ? markdownCode(part) : escapeMarkdown(part))).join("");
}

function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/[\\`*[\]<>|~#!&$@{}]/g, (character) => (character === "<" ? "&lt;" : `\\${character}`))
      // An underscore between letters is no emphasis.
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
      // Bare addresses become links, some without their scheme too.
      .replace(/\/\//g, "\\/\\/")
      .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`)
      // A line that starts so would be a list or a heading line.
      .replace(/^(?=[-+=])|^(\d+)(?=[.)](?:\s|$))/, "$1\\")
  );
}
