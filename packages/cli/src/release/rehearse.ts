import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { packInto } from "../add/pack-into.ts";
import { packageManagerOf } from "../add/package-manager.ts";
import { type Step, script } from "../add/prove.ts";
import { showFailed, showStep } from "../add/show-steps.ts";
import { colors } from "../colors.ts";
import { packageVersion } from "../diff/compare.ts";
import { CommandFailure } from "../failure.ts";
import { printable } from "../printable.ts";
import { print } from "../terminal.ts";
import { exists, type Vendor, type Workspace } from "../workspace.ts";
import { loadPacked } from "./load-packed.ts";
import { publishFaults } from "./publish-faults.ts";

/**
 * A release without the publishing: asks what the registry will ask, builds, checks, packs and loads each package.
 *
 * @param keep folder for the tarballs, with `versions.txt` that has a line for each; it must be empty or not there
 * @throws CommandFailure when something would not be published, or not work
 */
export async function rehearse(
  workspace: Workspace,
  vendors: readonly Vendor[],
  keep: string | undefined,
): Promise<void> {
  const due: [vendor: Vendor, version: string][] = [];
  for (const vendor of vendors) {
    const version = await packageVersion(vendor);
    if (version === "0.0.0")
      print(`${vendor.name} ${colors.dim("waits for its first version: 0.0.0 is not published")}`);
    else due.push([vendor, version]);
  }
  const faults = (await Promise.all(due.map(([vendor]) => publishFaults(vendor)))).flat();
  if (faults.length > 0) throw new CommandFailure(`Nothing can be published yet.\n${faults.join("\n")}`);
  const folder = keep === undefined ? await mkdtemp(join(tmpdir(), "trunkline-release-")) : resolve(keep);
  if (keep !== undefined && (await exists(folder))) {
    throw new CommandFailure(`${keep} is there already. Remove it, or name another folder.`);
  }
  await mkdir(folder, { recursive: true });
  const lines: string[] = [];
  const bad: string[] = [];
  try {
    for (const [vendor, version] of due) {
      const tarball = await rehearseOne(workspace, vendor, version, folder);
      if (tarball === undefined) bad.push(vendor.name);
      else lines.push(`${vendor.packageName}@${version} ${tarball}\n`);
    }
    if (bad.length > 0) throw new CommandFailure(`These checks failed: ${bad.join(", ")}. See above.`);
    if (keep === undefined) return;
    await writeFile(join(folder, "versions.txt"), lines.join(""));
    print(`${lines.length} packages wait in ${keep}`);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    if (keep === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** Returns the tarball's name; `undefined` when something failed, which is shown. */
async function rehearseOne(
  { root }: Workspace,
  vendor: Vendor,
  version: string,
  folder: string,
): Promise<string | undefined> {
  print(`${colors.bold(vendor.packageName)} ${version}`);
  const manager = await packageManagerOf(root);
  const take = (step: Step): boolean => {
    showStep(step);
    if (!step.passed) showFailed([step]);
    return step.passed;
  };
  if (!take(await script("build", vendor, manager))) return undefined;
  if (!take(await script("lint:package", vendor, manager))) return undefined;
  const { code, output, tarball } = await packInto(folder, vendor, manager);
  const passed = code === 0 && tarball !== undefined;
  if (!take({ name: "pack", passed, summary: tarball ?? `exit code ${code}`, detail: printable(output) }))
    return undefined;
  return take(await loadPacked(join(folder, tarball ?? ""), vendor)) ? tarball : undefined;
}
