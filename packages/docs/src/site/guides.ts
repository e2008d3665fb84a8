import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A guide: Markdown that a person wrote. */
export interface Guide {
  /** Name of its file. */
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  /** What the list of guides puts it under. */
  readonly section: string;
  /** Markdown below the title. */
  readonly body: string;
}

/**
 * Reads a folder of guides. Its README.md lists them, in tables of a link and a sentence: what it does not list is no guide.
 *
 * @throws Error when there is no list, or when it lists a file that is not there
 */
export async function readGuides(folder: string): Promise<readonly Guide[]> {
  const list = await readFile(join(folder, "README.md"), "utf8");
  const guides: Guide[] = [];
  let section = "";
  let before = "";
  for (const line of list.split("\n")) {
    const cells = /^\|(.*)\|$/.exec(line.trim())?.[1]?.split("|");
    // The row above the one of dashes is the head.
    if (/^\|[\s|:-]+\|$/.test(line.trim())) section = before;
    before = cells?.[0]?.trim() ?? "";
    const [, title = "", file = ""] = /^\[([^\]]+)\]\(([\w-]+\.md)\)$/.exec(before) ?? [];
    if (file === "") continue;
    const text = await readFile(join(folder, file), "utf8");
    const summary = (cells?.[1] ?? "").replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1").trim();
    guides.push({ file, title, summary, section, body: text.replace(/^# .*\n+/, "") });
  }
  return [...guides, ...(await linkedGuides(folder, list, guides))];
}

/** Pages that the list names in a sentence belong to what stands before. */
async function linkedGuides(folder: string, list: string, known: readonly Guide[]): Promise<Guide[]> {
  const files = [...list.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, file = ""]) => file);
  const others = [...new Set(files)].filter((file) => known.every((one) => one.file !== file));
  return Promise.all(
    others.map(async (file) => {
      const text = await readFile(join(folder, file), "utf8");
      const title = /^# (.*)$/m.exec(text)?.[1] ?? file;
      const section = known[0]?.section ?? "";
      return { file, title, summary: "", section, body: text.replace(/^# .*\n+/, "") };
    }),
  );
}
