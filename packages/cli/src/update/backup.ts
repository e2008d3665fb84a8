import { cp, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { lockfiles } from "../package-manager-files.ts";
import { exists, type Vendor, type Workspace } from "../workspace.ts";

/** What a package's folder has that is installed, or that a run of its tests leaves. */
const notBackedUp = ["node_modules", "reports"];

/**
 * Keeps a vendor's document, package and changesets as they are, so that an update can be taken back, also one that was
 * killed: the next one takes it back first.
 */
export async function backUp(workspace: Workspace, vendor: Vendor): Promise<void> {
  const folder = backupFolder(workspace, vendor);
  const half = `${folder}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  for (const path of backedUpPaths(workspace, vendor)) {
    if (!(await exists(path))) continue;
    const options = { recursive: true, filter: (from: string) => !isNotBackedUp(path, from) };
    await cp(path, join(half, relative(workspace.root, path)), { ...options, verbatimSymlinks: true });
  }
  await rename(half, folder);
}

/** Puts back what was kept. Returns whether anything was. */
export async function takeBack(workspace: Workspace, vendor: Vendor): Promise<boolean> {
  const folder = backupFolder(workspace, vendor);
  if (!(await exists(folder))) return false;
  for (const path of backedUpPaths(workspace, vendor)) {
    const copy = join(folder, relative(workspace.root, path));
    await empty(path);
    if (await exists(copy)) await cp(copy, path, { recursive: true, force: true, verbatimSymlinks: true });
  }
  await forget(workspace, vendor);
  return true;
}

/** After an update that holds. */
export async function forget(workspace: Workspace, vendor: Vendor): Promise<void> {
  await rm(backupFolder(workspace, vendor), { recursive: true, force: true });
}

function backedUpPaths({ root }: Workspace, { spec, target }: Vendor): readonly string[] {
  const files = ["package.json", ...lockfiles].map((name) => join(root, name));
  return [dirname(spec), target, join(root, ".changeset"), ...files];
}

async function empty(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory() !== true) return;
  for (const name of await readdir(path)) {
    if (!notBackedUp.includes(name)) await rm(join(path, name), { recursive: true, force: true });
  }
}

function isNotBackedUp(folder: string, path: string): boolean {
  return notBackedUp.includes(relative(folder, path));
}

function backupFolder({ root }: Workspace, { name }: Vendor): string {
  return join(root, "node_modules/.cache/trunkline/update", name);
}
