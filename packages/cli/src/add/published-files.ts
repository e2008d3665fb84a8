import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Folder beside a document that was published as several files: those, byte for byte. */
const FOLDER = "source";

interface ReadFile {
  /** Path from the main file's folder, or address. */
  readonly key: string;
  readonly bytes: Uint8Array;
}

/** The files of a document by their paths below the folder that they share. No two differ in case alone. */
export function publishedFiles(files: readonly ReadFile[]): ReadonlyMap<string, Uint8Array> {
  const parts = files.map(({ key }) => partsOf(key));
  const shared = sharedFolders(parts);
  const named = new Map<string, Uint8Array>();
  const taken = new Set<string>();
  for (const [index, { bytes }] of files.entries()) {
    const path = (parts[index] ?? []).slice(shared).join("/");
    let name = path;
    for (let more = 2; taken.has(name.toLowerCase()); more++) name = `${path}.${more}`;
    taken.add(name.toLowerCase());
    named.set(name, bytes);
  }
  return named;
}

/** Folders and name, of letters that every system allows in both. */
function partsOf(key: string): readonly string[] {
  const path = URL.canParse(key) ? new URL(key).pathname : key;
  const safe = (part: string): string =>
    part.replace(/[^\w.%@+ -]|^\.+$|[. ]$/g, (letters) =>
      [...Buffer.from(letters)].map((byte) => `%${byte.toString(16).toUpperCase()}`).join(""),
    );
  return path
    .split("/")
    .filter((part) => part !== "")
    .map(safe);
}

function sharedFolders(paths: readonly (readonly string[])[]): number {
  const [first = []] = paths;
  let shared = 0;
  const isShared = (path: readonly string[]): boolean =>
    shared < path.length - 1 && path[shared] === first[shared];
  while (paths.length > 0 && paths.every(isShared)) shared += 1;
  return shared;
}

/** @param spec path of the document that they stand beside */
export async function writePublishedFiles(
  spec: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const folder = join(dirname(spec), FOLDER);
  await rm(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
}

/** @returns `undefined` for one that is not there */
export function readPublishedFile(spec: string, path: string): Promise<Uint8Array | undefined> {
  return readFile(join(dirname(spec), FOLDER, path)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return undefined;
  });
}
