import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile, type Fault, writeProgram } from "./compile.ts";
import { exportsOf } from "./exports.ts";
import type { Fence } from "./extract.ts";
import { linkModule, type PackedPackage, unpackPackages } from "./packed.ts";
import { programFiles } from "./program.ts";
import { syntaxFault } from "./syntax.ts";

/** The compilers that users have: the newest, and the last of the line before it. */
const COMPILERS = {
  "TypeScript 7": "typescript-7/bin/tsc",
  "TypeScript 5.9": "typescript/lib/tsc.js",
} as const;

/** What was compiled, and what was said of it. */
export interface Checked<Kind> {
  readonly counts: ReadonlyMap<Kind, number>;
  readonly faults: readonly Fault[];
}

/**
 * Compiles fences against the packages as they are packed, with each compiler.
 *
 * @param gather - finds the fences, given what was packed
 */
export async function checkFences<Kind>(
  root: string,
  gather: (packages: readonly PackedPackage[]) => Promise<ReadonlyMap<Kind, readonly Fence[]>>,
): Promise<Checked<Kind>> {
  // TypeScript names files by their real paths.
  const folder = await realpath(await mkdtemp(join(tmpdir(), "trunkline-fences-")));
  try {
    const packages = await unpackPackages(root, folder);
    const house = join(root, "packages/house");
    for (const name of ["@types/node", "vitest", "openapi-fetch"])
      await linkModule(house, name, join(folder, "node_modules"));
    await linkModule(join(root, "examples/fleet"), "bullmq", join(folder, "node_modules"));
    const kinds = await gather(packages);
    const fences = [...kinds.values()].flat();
    const exporting = new Map(await Promise.all(packages.map(exportsOf)));
    const parsed = fences.map((fence) => ({ fence, fault: syntaxFault(fence) }));
    // What cannot be parsed keeps compilers from looking at anything else.
    const sound = parsed.flatMap(({ fence, fault }) => (fault === undefined ? [fence] : []));
    const files = programFiles(sound, exporting);
    await writeProgram(files, folder);
    const faults = new Map<string, Fault>();
    for (const { fault } of parsed) if (fault) add(faults, fault);
    for (const [name, path] of Object.entries(COMPILERS)) {
      for (const fault of await compile(files, folder, join(house, "node_modules", path)))
        add(faults, fault, name);
    }
    return {
      counts: new Map([...kinds].map(([kind, { length }]) => [kind, length])),
      faults: [...faults.values()].sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A fault that both compilers find is one. */
function add(faults: Map<string, Fault>, fault: Fault, compiler?: string): void {
  const key = `${fault.path}:${fault.line}:${fault.column}`;
  if (faults.has(key)) return;
  faults.set(key, compiler === undefined ? fault : { ...fault, message: `${fault.message} (${compiler})` });
}
