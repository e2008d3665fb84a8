import { mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execute } from "../add/package-manager.ts";
import type { Step } from "../add/prove.ts";
import { printable } from "../printable.ts";
import type { Vendor } from "../workspace.ts";

/** Loads a package from its tarball as a user of it would: as a module and by `require`, with its runtime and nothing else. */
export async function loadPacked(tarball: string, vendor: Vendor): Promise<Step> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), "trunkline-load-"));
  try {
    const home = join(folder, "node_modules", vendor.packageName);
    await mkdir(home, { recursive: true });
    const unpacked = await execute(["tar", "-xzf", tarball, "-C", home, "--strip-components=1"], folder);
    if (unpacked.code !== 0) return failed("cannot be unpacked", unpacked.output);
    await linkRuntime(folder, vendor);
    const name = JSON.stringify(vendor.packageName);
    const check = `if (Object.keys(it).length === 0) throw new Error("nothing is exported");`;
    for (const [how, type, code] of [
      ["import", "module", `import * as it from ${name};`],
      ["require", "commonjs", `const it = require(${name});`],
    ] as const) {
      const args = [`--input-type=${type}`, "--eval", `${code} ${check}`];
      const { code: exit, output } = await execute([process.execPath, ...args], folder);
      if (exit !== 0) return failed(`cannot be loaded by ${how}`, output);
    }
    return { name: "load", passed: true, summary: `import and require, Node.js ${process.version}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function failed(summary: string, output: string): Step {
  return { name: "load", passed: false, summary, detail: printable(output) };
}

async function linkRuntime(folder: string, { target }: Vendor): Promise<void> {
  const runtime = "@trunkline/runtime";
  const manifest = createRequire(join(target, "package.json")).resolve(`${runtime}/package.json`);
  const place = join(folder, "node_modules", runtime);
  await mkdir(dirname(place), { recursive: true });
  await symlink(dirname(manifest), place, "junction");
}
