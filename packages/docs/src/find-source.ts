import { readFile, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** A document, and the package that is made of it. */
export interface Source {
  readonly document: string;
  /** `undefined` = no package is made of it yet, as far as one can see. */
  readonly packageName: string | undefined;
  /** Of the package. */
  readonly folder: string | undefined;
}

/**
 * Finds a package by its name or folder, or a document by its path.
 *
 * @throws Error that says what is missing and what to give instead
 */
export async function findSource(source: string, from: string): Promise<Source> {
  const path = resolve(from, source);
  const kind = await kindOf(path);
  if (kind === "file") return { document: path, packageName: undefined, folder: undefined };
  if (kind === "folder") return sourceOfPackage(path, source);
  if (!/^(?:@[\w.-]+\/)?[\w.-]+$/.test(source))
    throw new Error(
      `There is no ${JSON.stringify(source)}. Give a package's name or folder, or the path of a document.`,
    );
  const home = await findPackage(source, from);
  if (home === undefined)
    throw new Error(
      `${JSON.stringify(source)} is neither a file, nor a folder, nor a package that is installed for ${from}. Install it, or give the path of its document.`,
    );
  return sourceOfPackage(home, source);
}

async function sourceOfPackage(folder: string, source: string): Promise<Source> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  if (text === undefined) throw new Error(`${source} has no package.json. Give the path of a document.`);
  const { name, trunkline } = manifestOf(text, source);
  if (typeof name !== "string" || typeof trunkline?.document !== "string")
    throw new Error(
      `${source} is not a client of Trunkline: its package.json names no document under "trunkline". Give the path of a document.`,
    );
  const document = join(folder, trunkline.document);
  // Without the lock the pages would name methods as the generator of today does, and the package those of its own day.
  for (const [file, what] of [
    [document, "document"],
    [join(dirname(document), "names.lock"), "names.lock"],
  ] as const) {
    if ((await kindOf(file)) !== "file")
      throw new Error(
        `${name} ships no ${what}: it was made by an older version. Update it, or give the path of its document.`,
      );
  }
  return { document, packageName: name, folder };
}

function manifestOf(
  text: string,
  source: string,
): { readonly name?: unknown; readonly trunkline?: { readonly document?: unknown } } {
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    throw new Error(`The package.json of ${source} is not JSON.`, { cause: error });
  }
}

/** Looked for as Node.js does, but for `exports`: not every package lets its package.json be resolved. */
async function findPackage(name: string, from: string): Promise<string | undefined> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const home = join(folder, "node_modules", name);
    if ((await kindOf(join(home, "package.json"))) === "file") return home;
    if (dirname(folder) === folder) return undefined;
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? "file" : found?.isDirectory() ? "folder" : undefined;
}
