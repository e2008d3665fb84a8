/**
 * Document text as inline Markdown that shows exactly that text: one line, no HTML, no links, no table cells, no code.
 */
export function markdownText(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}\s]+/gu, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>|~#!&$@]/g, (character) => (character === "<" ? "&lt;" : `\\${character}`))
    .replace(/:\/\//g, ":&#47;&#47;");
}

/** Document text as Markdown code: backticks cannot end it, a bar cannot end a table cell. */
export function markdownCode(text: string): string {
  const line = text.replace(/[\p{C}\p{Z}\s]+/gu, " ").replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${pad}${line}${pad}${fence}`;
}
