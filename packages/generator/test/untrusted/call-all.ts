import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { MadePackage } from "../../src/make-package.ts";

/** What happened in a process that imported packages and called each of their methods once. */
export interface CallReport {
  /** Ids of places whose text ran. */
  readonly fired: readonly string[];
  readonly packages: number;
  readonly calls: number;
  readonly requests: number;
  /** Packages that could not be imported or constructed. */
  readonly failures: readonly string[];
  /** What was put on prototypes. */
  readonly polluted: readonly string[];
}

const run = promisify(execFile);
const child = fileURLToPath(new URL("call-child.mjs", import.meta.url));

/** Writes packages to a folder that is gone afterwards, and runs them in a process of their own. */
export async function callAll(packages: ReadonlyMap<string, MadePackage>): Promise<CallReport> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-canary-"));
  try {
    let index = 0;
    for (const { files } of packages.values()) {
      for (const [name, text] of files) {
        const path = join(folder, `p${index}`, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      }
      index++;
    }
    const { stdout } = await run(process.execPath, [child, folder], { maxBuffer: 64 * 1024 * 1024 });
    return JSON.parse(stdout) as CallReport;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
