import { type FileHandle, open } from "node:fs/promises";
import { dirname, join, parse } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { FileRow, RowFile } from "./rows-of-file.ts";

/** What is written of a row that was not accepted. */
export interface WrittenFate {
  readonly fate: string;
  readonly field?: string | undefined;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** A file for each fate but accepted, in the form of the file that the rows came from. */
export interface FateFiles {
  add(row: FileRow, fate: WrittenFate): Promise<void>;
  /** Fate -> path. */
  close(): Promise<ReadonlyMap<string, string>>;
}

/** Names of what is told beside a row; a later run leaves them out. */
const TOLD = ["#line", "#fate", "#field", "#code", "#message"] as const;

/** Files are made when they are needed, readable to their owner alone, and never in the place of another. */
export function fateFiles(path: string, rows: RowFile): FateFiles {
  const files = new Map<string, { readonly path: string; readonly file: FileHandle }>();
  const isOurs = (name: string): boolean => name.startsWith("#");
  const lineOf = ({ original, line }: FileRow, fate: WrittenFate): string => {
    const told = [String(line), fate.fate, fate.field ?? "", fate.code ?? "", fate.message ?? ""];
    if (rows.format === "jsonl") {
      const own = Object.entries(original).filter(([name]) => !isOurs(name));
      const more = TOLD.map((name, index) => [name, told[index]]).filter(([, text]) => text !== "");
      return `${JSON.stringify(Object.fromEntries([...own, ...more]))}\n`;
    }
    const cells = rows
      .header()
      .flatMap((name, index) => (isOurs(name) ? [] : [(original as readonly string[])[index] ?? ""]));
    return stringify([[...cells, ...told]], { delimiter: rows.delimiter });
  };
  const fileOf = async (fate: string): Promise<FileHandle> => {
    const known = files.get(fate);
    if (known) return known.file;
    const made = await newFile(path, fate);
    files.set(fate, made);
    if (rows.format === "csv") {
      const names = rows.header().filter((name) => !isOurs(name));
      await made.file.write(stringify([[...names, ...TOLD]], { delimiter: rows.delimiter }));
    }
    return made.file;
  };
  return {
    async add(row, fate) {
      const file = await fileOf(fate.fate);
      await file.write(lineOf(row, fate));
    },
    async close() {
      for (const { file } of files.values()) await file.close();
      return new Map([...files].map(([fate, made]) => [fate, made.path]));
    },
  };
}

/** `leads.rejected.csv`, or `leads.rejected-2.csv` where that is there. */
async function newFile(
  path: string,
  fate: string,
): Promise<{ readonly path: string; readonly file: FileHandle }> {
  const { name, ext } = parse(path);
  for (let number = 1; ; number++) {
    const own = join(dirname(path), `${name}.${fate}${number === 1 ? "" : `-${number}`}${ext}`);
    try {
      return { path: own, file: await open(own, "wx", 0o600) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
