import { readFile } from "node:fs/promises";

/** Text of a file; `undefined` when there is none. What is thrown else names the file. */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    // Reading a folder fails without a word of which.
    throw Object.assign(error as Error, { path });
  }
}
