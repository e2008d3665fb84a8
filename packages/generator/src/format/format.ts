import { escapeUnknownLetters } from "../names/identifier.ts";

/** Brings files into their form. */
export type Format = (files: ReadonlyMap<string, string>) => Promise<ReadonlyMap<string, string>>;

/** Formats what was emitted, without letters that TypeScript does not know yet. */
export function formatEmitted(files: ReadonlyMap<string, string>, format: Format): ReturnType<Format> {
  const known = [...files].map(
    ([name, text]) => [name, name.endsWith(".ts") ? escapeUnknownLetters(text) : text] as const,
  );
  return format(new Map(known));
}
