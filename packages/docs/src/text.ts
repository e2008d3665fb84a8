import {
  markdownCode as generatorCode,
  markdownText as generatorText,
  markdownBlocks,
} from "@trunkline/generator/reference";

/** Document text on one line, as text and nothing else, whichever tool makes a page of the Markdown. */
export function text(words: string): string {
  return withoutTemplates(generatorText(words));
}

/** Document text as paragraphs and flat lists; otherwise as {@link text}. */
export function blocks(words: string): string {
  return withoutTemplates(markdownBlocks(words));
}

/** Document text as code. */
export function code(words: string): string {
  return generatorCode(words);
}

/** Longest text of a cell: what is longer stands on the page of the type alone. */
const CELL = 600;

/** Document text for a cell of a table. */
export function cell(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return text(line.length <= CELL ? line : `${line.slice(0, CELL).replace(/\s\S*$/, "")} …`);
}

/** Code of Markdown, in words or as a block. */
const CODE = /((?<![\\`])(`+)(?!`)[\s\S]*?[^`]\2(?!`))/;

/**
 * Markdown without what makers of sites read besides. Vue reads `{{`, but not in code; others take `::` for the beginning of
 * a component. The backslashes that Markdown knows are gone when those look.
 */
export function withoutTemplates(markdown: string): string {
  // Of three parts each: words, code, the marks of that code.
  const parts = markdown.split(CODE);
  return parts
    .map((part, index) => {
      if (index % 3 === 2) return "";
      if (index % 3 === 1) return part;
      const isAfterCode = index > 0;
      return part
        .replace(/(?:\\\{){2,}/g, (braces, at: number) => {
          // Code that touches code would be read as one with it.
          const before = at === 0 && isAfterCode ? " " : "";
          const after = at + braces.length === part.length && index < parts.length - 1 ? " " : "";
          return `${before}\`${braces.replaceAll("\\", "")}\`${after}`;
        })
        .replaceAll("::", "\\:\\:");
    })
    .join("");
}
