import { execFile } from "node:child_process";
import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../run.ts";

const exec = promisify(execFile);

/** A package that is published. */
export interface PublicPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute path. */
  readonly folder: string;
  /** Class of the client, when it is a vendor's. */
  readonly client: string | undefined;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly trunkline?: { readonly client?: string };
}

/** All packages that are published, sorted by name. */
export async function publicPackages(): Promise<readonly PublicPackage[]> {
  const found: PublicPackage[] = [];
  for await (const path of glob("packages/*/package.json", { cwd: root })) {
    const manifest = JSON.parse(await readFile(join(root, path), "utf8")) as Manifest;
    if (manifest.private === true) continue;
    const { name, version, trunkline } = manifest;
    found.push({ name, version, folder: join(root, path, ".."), client: trunkline?.client });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether the registry has this version. */
export async function isPublished({
  name,
  version,
}: Pick<PublicPackage, "name" | "version">): Promise<boolean> {
  try {
    const { stdout } = await exec("npm", ["view", `${name}@${version}`, "version"], { cwd: root });
    return stdout.trim() === version;
  } catch (error) {
    // A name that is new is answered with 404; anything else must not look like a version that is missing.
    if (/E404|404 Not Found/.test(String((error as { stderr?: string }).stderr))) return false;
    throw error;
  }
}
