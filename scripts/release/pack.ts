import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { PublicPackage } from "./packages.ts";
import type { Tarball } from "./registry.ts";

const exec = promisify(execFile);

/** Packs packages as a release would: with the versions of the workspace and the catalog in place of their names. */
export async function pack(packages: readonly PublicPackage[], folder: string): Promise<readonly Tarball[]> {
  for (const { folder: cwd } of packages) {
    await exec("npx", ["-y", "pnpm@12.21.0", "pack", "--pack-destination", folder], { cwd });
  }
  const names = (await readdir(folder)).filter((name) => name.endsWith(".tgz")).sort();
  if (names.length !== packages.length) {
    throw new Error(`${packages.length} packages gave ${names.length} tarballs: ${names.join(", ")}`);
  }
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      const { stdout } = await exec("tar", ["-xzOf", path, "package/package.json"]);
      return { path, manifest: JSON.parse(stdout) as Tarball["manifest"] };
    }),
  );
}
