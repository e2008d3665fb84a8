import { performance } from "node:perf_hooks";
import { packageManagerOf } from "../add/package-manager.ts";
import { script } from "../add/prove.ts";
import { colors } from "../colors.ts";
import { CommandFailure } from "../failure.ts";
import { print } from "../terminal.ts";
import type { Vendor, Workspace } from "../workspace.ts";

/**
 * Builds a package: programs of its workspace use what is in `dist`.
 *
 * @throws CommandFailure with what its build printed
 */
export async function build(vendor: Vendor, { root }: Workspace): Promise<void> {
  const started = performance.now();
  const { passed, detail } = await script("build", vendor, await packageManagerOf(root));
  if (!passed)
    throw new CommandFailure(`${vendor.packageName} was written, and cannot be built:\n${detail?.trimEnd()}`);
  const time = colors.dim(`${Math.round(performance.now() - started)} ms`);
  print(`${colors.green("✓")} ${vendor.name.padEnd(12)} built ${time}`);
}
