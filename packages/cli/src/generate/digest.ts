import { createHash } from "node:crypto";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** SHA-256 of some bytes, in hexadecimal. */
export function digestOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Paths of all files below a folder, relative to it, with `/`, sorted; none when the folder is not there. */
export async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .replaceAll("\\", "/"),
      )
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Digest of a file's bytes, or of where a link leads; `undefined` when nothing is there. */
export async function digestFile(path: string): Promise<string | undefined> {
  try {
    const stats = await lstat(path);
    if (stats.isSymbolicLink()) return digestOf(await readlink(path));
    // A pipe, which nobody may ever write to.
    if (!stats.isFile()) return digestOf("");
    return digestOf(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/** Digest of some files of a folder, their names among it. */
export async function digestFiles(folder: string, names: readonly string[]): Promise<string> {
  const digests = await Promise.all(names.map((name) => digestFile(join(folder, name))));
  return digestOf(JSON.stringify(names.map((name, index) => [name, digests[index] ?? null])));
}

/** Digest of the generator as it is installed: its own code, and the versions of what it writes and formats with. */
export function digestGenerator(): Promise<string> {
  generatorDigest ??= digestInstalled();
  return generatorDigest;
}

let generatorDigest: Promise<string> | undefined;

async function digestInstalled(): Promise<string> {
  const path = createRequire(import.meta.url).resolve("@trunkline/generator/package.json");
  const manifest = await readFile(path, "utf8");
  const { dependencies = {} } = JSON.parse(manifest) as { dependencies?: Record<string, string> };
  const code = join(dirname(path), "dist");
  const names = (await listFiles(code)).filter((name) => name.endsWith(".js"));
  const [own, versions] = await Promise.all([
    digestFiles(code, names),
    Promise.all(Object.keys(dependencies).map((name) => installedManifest(name, path))),
  ]);
  return digestOf(JSON.stringify([manifest, own, versions]));
}

/** Digest of the package.json of a dependency. Not resolved as a module: many packages do not export it. */
async function installedManifest(name: string, from: string): Promise<string | undefined> {
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const digest = await digestFile(join(folder, name, "package.json"));
    if (digest !== undefined) return digest;
  }
  return undefined;
}
