import { rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { isObject } from "@trunkline/document";
import type { Command } from "commander";
import { execute, packageManagerOf } from "../add/package-manager.ts";
import { removeChangeset, unwire } from "../add/wiring.ts";
import { colors } from "../colors.ts";
import { CommandFailure } from "../failure.ts";
import { stampPath } from "../generate/stamp.ts";
import { printableLine } from "../printable.ts";
import { readJsonObject } from "../read-json.ts";
import { readRecord } from "../release/record.ts";
import { print } from "../terminal.ts";
import { isVendorName } from "../vendor-name.ts";
import { exists, findWorkspace, selectVendors, type Vendor, vendorOf, type Workspace } from "../workspace.ts";

interface Options {
  readonly force?: boolean;
  /** `false`: `--no-install`. */
  readonly install: boolean;
}

export function addRemove(program: Command): void {
  program
    .command("remove")
    .description("remove a vendor's document, package and wiring")
    .argument("<name>", "name of a folder below specs")
    .option("--force", "remove it even if not all of it is committed")
    .option("--no-install", "do not update what is installed")
    .action(remove);
}

async function remove(name: string, options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd(), { leaving: name });
  const vendor = (await leftover(workspace, name)) ?? (await selectVendors(workspace, [name]))[0];
  if (vendor === undefined) return;
  if (!options.force) await refuseLoss(workspace, vendor);
  const record = await readRecord(vendor).catch(() => undefined);
  const changed = await unwire({ workspace, vendor, title: "" });
  await removeChangeset(workspace, vendor);
  await rm(dirname(vendor.spec), { recursive: true, force: true });
  await rm(vendor.target, { recursive: true, force: true });
  await rm(stampPath(workspace.root, vendor), { force: true });
  const paths = [dirname(vendor.spec), vendor.target].map((path) => relative(workspace.root, path));
  print(`${colors.green("✓")} removed ${[...paths, ...changed].join(", ")}`);
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

/** A vendor whose document was deleted by hand: what was made of it, or what stood beside it, is there yet. */
async function leftover(workspace: Workspace, name: string): Promise<Vendor | undefined> {
  if (!isVendorName(name) || workspace.vendors.some((vendor) => vendor.name === name)) return undefined;
  const vendor = vendorOf(workspace, name);
  const place = join(vendor.target, "package.json");
  const manifest = await readJsonObject(place, relative(workspace.root, place)).catch(() => undefined);
  // A package that was not made by us stays.
  const isOurs = isObject(manifest?.trunkline) && manifest.trunkline.client !== undefined;
  return isOurs || (await exists(dirname(vendor.spec))) ? vendor : undefined;
}

async function refuseLoss({ root }: Workspace, vendor: Vendor): Promise<void> {
  const folders = [dirname(vendor.spec), vendor.target];
  const { code, output } = await execute(["git", "status", "--porcelain", "--", ...folders], root).catch(
    () => ({ code: 1, output: "" }),
  );
  // What is deleted already is not lost by this.
  const atRisk = output.split("\n").filter((line) => line.trim() !== "" && !/^ ?D /.test(line));
  if (code === 0 && atRisk.length === 0) return;
  const reason =
    code === 0
      ? `version control does not have all of it:\n${atRisk.join("\n")}`
      : "this workspace is not under version control.";
  throw new CommandFailure(`${vendor.name} would be lost, because ${reason}\nCommit first, or give --force.`);
}
