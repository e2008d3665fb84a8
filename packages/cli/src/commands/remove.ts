import { rm } from "node:fs/promises";
import { dirname, relative } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { execute, packageManagerOf } from "../add/package-manager.ts";
import { removeChangeset, unwire } from "../add/wiring.ts";
import { CommandFailure } from "../failure.ts";
import { stampPath } from "../generate/stamp.ts";
import { printableLine } from "../printable.ts";
import { readRecord } from "../release/record.ts";
import { print } from "../terminal.ts";
import { findWorkspace, selectVendors, type Vendor, type Workspace } from "../workspace.ts";

interface Options {
  readonly force?: boolean;
  /** `false`: `--no-install`. */
  readonly install: boolean;
}

export function addRemove(program: Command): void {
  program
    .command("remove")
    .description("take a vendor's document, package and wiring away")
    .argument("<name>", "name of a folder below specs")
    .option("--force", "even when version control does not have all of it")
    .option("--no-install", "do not bring what is installed up to date")
    .action(remove);
}

async function remove(name: string, options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  const [vendor] = selectVendors(workspace, [name]);
  if (vendor === undefined) return;
  if (!options.force) await refuseLoss(workspace, vendor);
  const record = await readRecord(vendor).catch(() => undefined);
  const changed = await unwire({ workspace, vendor, title: "" });
  await removeChangeset(workspace, vendor);
  await rm(dirname(vendor.spec), { recursive: true, force: true });
  await rm(vendor.target, { recursive: true, force: true });
  await rm(stampPath(workspace.root, vendor), { force: true });
  const paths = [dirname(vendor.spec), vendor.target].map((path) => relative(workspace.root, path));
  print(`${pc.green("✓")} removed ${[...paths, ...changed].join(", ")}`);
  const versions = Object.keys(record?.releases ?? {});
  if (versions.length > 0) {
    print(
      `${vendor.packageName} was released (${printableLine(versions.join(", "))}). Tell its users: npm deprecate ${vendor.packageName} "<what to use instead>"`,
    );
  }
  if (!options.install) return;
  const manager = await packageManagerOf(workspace.root);
  const { code, output } = await execute([...manager.command, ...manager.install], workspace.root);
  if (code !== 0) throw new CommandFailure(`Installing failed. Does something still need it?\n${output}`);
}

async function refuseLoss({ root }: Workspace, vendor: Vendor): Promise<void> {
  const folders = [dirname(vendor.spec), vendor.target];
  const { code, output } = await execute(["git", "status", "--porcelain", "--", ...folders], root).catch(
    () => ({ code: 1, output: "" }),
  );
  if (code === 0 && output.trim() === "") return;
  const reason =
    code === 0
      ? `version control does not have all of it:\n${output.trimEnd()}`
      : "this workspace is not under version control.";
  throw new CommandFailure(`${vendor.name} would be lost, because ${reason}\nCommit first, or give --force.`);
}
