import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Pages } from "./pages-of.ts";

/** Names every file that was written, so that the next run takes away those that are gone. */
const LIST = ".trunkline-docs.json";

/**
 * Writes pages into a folder, and removes those that an earlier run wrote and that do not exist any more. It leaves
 * other files as they are.
 *
 * @returns how many files were written, changed or not
 * @throws Error when a file is in the way, before anything is written
 */
export async function writePages(folder: string, { files }: Pages): Promise<number> {
  const known = await writtenBefore(folder);
  for (const path of files.keys()) {
    if (known.has(path)) continue;
    if ((await stat(join(folder, path)).catch(() => undefined)) !== undefined)
      throw new Error(
        `${join(folder, path)} is there and was not written by this command. Choose another folder, or move it.`,
      );
  }
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const list = [...files.keys()].sort();
  await writeFile(join(folder, LIST), `${JSON.stringify(list, undefined, 2)}\n`);
  for (const path of known) if (!files.has(path)) await rm(join(folder, path), { force: true });
  return files.size;
}

async function writtenBefore(folder: string): Promise<ReadonlySet<string>> {
  const found = await readFile(join(folder, LIST), "utf8").then(parsed, () => undefined);
  const paths = Array.isArray(found) ? found.filter((one) => typeof one === "string") : [];
  // The list is a file like others: what it names elsewhere is not ours to take away.
  return new Set(
    paths.filter(
      (path) => /^(?:[^/\\]+\/)*[^/\\]+\.(?:md|txt)$/.test(path) && !path.split("/").includes(".."),
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
