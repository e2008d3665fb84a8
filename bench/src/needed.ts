import { readFile } from "node:fs/promises";
import { repository } from "./folders.ts";

const SCOPE = "@trunkline/";

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** The folders of `packages/` that npm would fetch for these, in order: a tarball's own ranges are published nowhere yet. */
export async function withNeeded(folders: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    if (found.has(folder)) continue;
    found.add(folder);
    const path = `${repository}packages/${folder}/package.json`;
    const manifest = JSON.parse(await readFile(path, "utf8")) as Manifest;
    const peers = Object.keys(manifest.peerDependencies ?? {});
    const required = peers.filter((name) => manifest.peerDependenciesMeta?.[name]?.optional !== true);
    const names = [...Object.keys(manifest.dependencies ?? {}), ...required];
    waiting.push(...names.filter((name) => name.startsWith(SCOPE)).map((name) => name.slice(SCOPE.length)));
  }
  return [...found].toSorted();
}
