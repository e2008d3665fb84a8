import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, realpath, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const exec = promisify(execFile);

/** A package as a user gets it. */
export interface PackedPackage {
  readonly name: string;
  /** In the repository. */
  readonly home: string;
  /** Where its tarball was unpacked. */
  readonly folder: string;
  /** Class of its client, if it has one. */
  readonly client?: string;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly trunkline?: { readonly client?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Packs what is published and unpacks it below `node_modules` of a folder, beside what it depends on. */
export async function unpackPackages(root: string, target: string): Promise<PackedPackage[]> {
  const tarballs = join(target, "tarballs");
  const modules = join(target, "node_modules");
  await mkdir(tarballs, { recursive: true });
  await exec(
    "pnpm",
    ["--recursive", "--silent", "--filter", "./packages/*", "pack", "--pack-destination", tarballs],
    { cwd: root },
  );
  const files = await readdir(tarballs);
  const packed: PackedPackage[] = [];
  for (const folder of (await readdir(join(root, "packages"))).sort()) {
    const home = join(root, "packages", folder);
    const text = await readFile(join(home, "package.json"), "utf8").catch(() => undefined);
    if (text === undefined) continue;
    const manifest = JSON.parse(text) as Manifest;
    if (manifest.private === true) continue;
    const stem = `${manifest.name.replace("@", "").replace("/", "-")}-`;
    const tarball = files.find((file) => file.startsWith(stem) && /^\d/.test(file.slice(stem.length)));
    if (tarball === undefined) throw new Error(`pnpm pack made no tarball of ${manifest.name}.`);
    const unpacked = join(modules, manifest.name);
    await mkdir(unpacked, { recursive: true });
    await exec("tar", ["-xzf", join(tarballs, tarball), "-C", unpacked, "--strip-components=1"]);
    // What samples show beside a package is installed for its own tests.
    const { dependencies, peerDependencies, devDependencies } = manifest;
    for (const name of Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies })) {
      if (!name.startsWith("@trunkline/")) await linkModule(home, name, modules);
    }
    const client = manifest.trunkline?.client;
    packed.push({ name: manifest.name, home, folder: unpacked, ...(client === undefined ? {} : { client }) });
  }
  return packed;
}

/** Makes what one package has installed reachable from a folder of modules; the first that comes stays. */
export async function linkModule(home: string, name: string, modules: string): Promise<void> {
  const from = await realpath(join(home, "node_modules", name)).catch(() => undefined);
  // An optional peer that nobody installed.
  if (from === undefined) return;
  const to = join(modules, name);
  await mkdir(dirname(to), { recursive: true });
  await symlink(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}
