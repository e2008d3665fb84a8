import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { colors } from "../colors.ts";
import { formatSurface, packageVersion } from "../diff/compare.ts";
import { CommandFailure } from "../failure.ts";
import { printableLine } from "../printable.ts";
import {
  digest,
  emptyRecord,
  formatRecord,
  type ReleaseRecord,
  readRecord,
  recordFolder,
} from "../release/record.ts";
import { rehearse } from "../release/rehearse.ts";
import { print } from "../terminal.ts";
import { exists, findWorkspace, selectVendors, type Vendor } from "../workspace.ts";

interface Options {
  readonly again?: boolean;
  readonly dry?: boolean;
  readonly keep?: string;
  readonly none?: boolean;
}

export function addRelease(program: Command): void {
  program
    .command("release")
    .description("record the documents of the versions that packages have, for later comparison")
    .argument("[vendor...]", "names of folders below specs; all when none is given")
    .option("--again", "record a version again, if nobody has it yet")
    .option(
      "--dry",
      "record nothing: check what the registry will check, then build, pack and load the packages",
    )
    .option("--keep <folder>", "with --dry: leave the tarballs there")
    .option("--none", "record that nothing was released yet")
    .action(release);
}

async function release(
  names: readonly string[],
  { again = false, dry = false, keep, none }: Options,
): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  const vendors = await selectVendors(workspace, names);
  if (dry) return rehearse(workspace, vendors, keep);
  if (keep !== undefined) throw new CommandFailure("--keep is for --dry.");
  for (const vendor of vendors) {
    const said = none ? await recordNone(vendor) : await record(vendor, again);
    print(`${colors.green("✓")} ${vendor.name} ${colors.dim(printableLine(said))}`);
  }
}

async function recordNone(vendor: Vendor): Promise<string> {
  const path = join(recordFolder(vendor), "releases.json");
  if (await exists(path)) throw new CommandFailure(`${vendor.specFolder}/released is there already.`);
  await mkdir(recordFolder(vendor), { recursive: true });
  await writeFile(path, emptyRecord);
  return "nothing is released yet";
}

async function record(vendor: Vendor, again: boolean): Promise<string> {
  const { readOverlaid, readSurface } = await import("@trunkline/generator");
  const version = await packageVersion(vendor);
  const isFirst = !(await exists(join(recordFolder(vendor), "releases.json")));
  const releases: ReleaseRecord["releases"] = isFirst ? {} : (await readRecord(vendor)).releases;
  const { text } = await readOverlaid(vendor.spec);
  const surface = formatSurface(await readSurface(vendor.spec, vendor.env));
  const made = { document: digest(text), surface: digest(surface) };
  const known = releases[version];
  if (known !== undefined) {
    if (known.document === made.document && known.surface === made.surface) return `${version} is recorded`;
    if (!again) {
      throw new CommandFailure(
        `${vendor.packageName} ${version} is recorded with another document. A release is never changed: give the package its next version first (changeset version), or --again while nobody has it.`,
      );
    }
  }
  const folder = recordFolder(vendor);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "openapi.yaml"), text);
  await writeFile(join(folder, "surface.json"), surface);
  await writeFile(
    join(folder, "releases.json"),
    formatRecord({ version: 1, releases: { ...releases, [version]: made } }),
  );
  return `recorded ${version}`;
}
