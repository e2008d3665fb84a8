import type { Command } from "commander";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { bumpOf } from "../diff/change.ts";
import { changeLines, impactColors } from "../diff/change-lines.ts";
import { type Comparison, compareWithReleased, packageVersion } from "../diff/compare.ts";
import { wantedChangesets, writeChangesets } from "../diff/wanted-changesets.ts";
import { CommandFailure } from "../failure.ts";
import { printable } from "../printable.ts";
import { print } from "../terminal.ts";
import { findWorkspace, selectVendors, type Vendor } from "../workspace.ts";

interface Options {
  readonly check?: boolean;
  readonly json?: boolean;
  readonly write?: boolean;
}

export function addDiff(program: Command): void {
  program
    .command("diff")
    .description(
      "compare documents with those of the last release: what changes for users, and for the version",
    )
    .argument("[vendor...]", "names of folders below specs; all when none is given")
    .option("--check", "fail when a change has no changeset that matches it")
    .option("--json", "print the changes as JSON")
    .option("--write", "write the changesets that are missing, and renew those that nobody edited")
    .action(diff);
}

async function diff(names: readonly string[], options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  const report: Record<string, Comparison> = {};
  const missing: string[] = [];
  for (const vendor of await selectVendors(workspace, names)) {
    const comparison = await compareWithReleased(vendor);
    report[vendor.name] = comparison;
    const version = await packageVersion(vendor);
    if (!options.json) print(format(vendor, version, comparison));
    const wanted = await wantedChangesets(workspace.root, vendor, comparison);
    if (options.write) {
      for (const line of await writeChangesets(workspace.root, wanted)) print(line);
      continue;
    }
    const { stale, lacking } = wanted;
    for (const one of stale) missing.push(`${one} names a change that does not exist.`);
    if (lacking !== undefined && !(options.check && comparison.isSameDocument && stale.length === 0))
      missing.push(`${lacking.path} is missing, with this text:\n\n${lacking.text}`);
  }
  if (options.json) print(printable(JSON.stringify(report, undefined, 2)));
  if (missing.length === 0) return;
  if (options.check) {
    throw new CommandFailure(
      `The changesets do not tell users what changed in the documents.\n\n${missing.join("\n\n").trimEnd()}\n${commandLine("diff --write")} mends that; edit what it writes.`,
    );
  }
  print(`\n${missing.join("\n\n").trimEnd()}`);
}

function format(
  vendor: Vendor,
  version: string,
  { released, changes, impact, isSameDocument }: Comparison,
): string {
  if (released === undefined && impact === "none") {
    return `${colors.bold(vendor.name)} ${colors.dim(`not released yet: ${version} will be its first version`)}`;
  }
  const since = released === undefined ? "not released yet" : `since ${released}`;
  if (impact === "none") return `${colors.bold(vendor.name)} ${colors.dim(`${since}: no change`)}`;
  const bump = bumpOf(impact, version);
  const early = bump === impact ? "" : `, ${bump} before 1.0.0`;
  return [
    `${colors.bold(vendor.name)} ${since}: ${impactColors[impact](impact)}${early}${isSameDocument ? "; the document is the same, the generator made the difference" : ""}`,
    ...changeLines(changes),
  ].join("\n");
}
