/**
 * Markdown as lines of at most `width` columns. Paragraphs, list items and quotes are filled; tables, headings and fenced
 * code keep their lines. No line begins with `@`, which would be a tag or a directive, unless the text is one itself.
 *
 * @param isTag - the first line is a tag such as `@default 20`
 */
export function wrap(text: string, width: number, isTag = false): string[] {
  const lines: string[] = [];
  let block: { readonly words: string[]; readonly hanging: string } | undefined;
  let fenced = false;
  const flush = (): void => {
    if (block !== undefined) lines.push(...fill(block.words, width, block.hanging));
    block = undefined;
  };
  const begin = (line: string, hanging: string): void => {
    flush();
    block = { words: [line], hanging };
  };
  for (const raw of text.trim().split("\n")) {
    const line = raw.trim();
    if (/^(?:```|~~~)/.test(line)) {
      flush();
      fenced = !fenced;
      lines.push(line);
    } else if (fenced) {
      lines.push(raw.trimEnd());
    } else if (line === "") {
      flush();
      if (lines.length > 0 && lines.at(-1) !== "") lines.push("");
    } else if (/^(?:#{1,6} |\||> ?\[!)/.test(line)) {
      flush();
      lines.push(line);
    } else if (/^(?:[-*+]|\d{1,9}[.)])\s/.test(line)) {
      begin(line, "  ");
    } else if (line.startsWith(">")) {
      if (block?.hanging === "> ") block.words.push(line.replace(/^>\s*/, ""));
      else begin(line, "> ");
    } else if (block !== undefined && block.hanging !== "> ") {
      block.words.push(line);
    } else {
      begin(line, "");
    }
  }
  flush();
  while (lines.at(-1) === "") lines.pop();
  if (fenced) lines.push("```");
  return lines.map((line, index) => (isTag && index === 0 ? line : line.replace(/^(\s*)@/, "$1\\@")));
}

function fill(pieces: readonly string[], width: number, hanging: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of pieces.join(" ").split(/ +/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}
