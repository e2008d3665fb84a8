import { mkdir, readFile, writeFile } from "node:fs/promises";
import { here } from "../folders.ts";
import type { Added } from "./add.ts";
import type { Taken } from "./peers.ts";
import { type Stranger, titleOf } from "./strangers.ts";

/** What was made of one document, by one build of ours. */
export interface Tried {
  readonly stranger: Stranger;
  /** Digest of the tarballs. */
  readonly build: string;
  /** Day of the run. */
  readonly measured: string;
  /** Load of the machine in the minute before. */
  readonly load: number;
  readonly ours: Added;
  readonly heyApi: Taken;
  readonly redocly: Taken;
}

const folder = `${here}results/documents/`;

const fileOf = (title: string): string => `${folder}${title.replaceAll("/", "-")}.json`;

/** Keeps what was found of a document as soon as it is known, so that a run that ends early loses nothing. */
export async function keep({ stranger, ...found }: Tried): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(fileOf(titleOf(stranger)), `${JSON.stringify(found, undefined, 2)}\n`);
}

/** What is kept of documents, in their order; those that were never tried are left out. */
export async function keptOf(strangers: readonly Stranger[]): Promise<readonly Tried[]> {
  const kept: Tried[] = [];
  for (const stranger of strangers) {
    const text = await readFile(fileOf(titleOf(stranger)), "utf8").catch(() => undefined);
    if (text !== undefined) kept.push({ ...(JSON.parse(text) as Omit<Tried, "stranger">), stranger });
  }
  return kept;
}
