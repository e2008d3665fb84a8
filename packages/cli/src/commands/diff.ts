import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { bumpOf, type Change, type Impact, isAtLeast } from "../diff/change.ts";
import { announced, byImpact, changesetFor } from "../diff/changeset.ts";
import { type Comparison, compareWithReleased, packageVersion } from "../diff/compare.ts";
import { changesetPathFor, unedited } from "../diff/stale.ts";
import { CommandFailure } from "../failure.ts";
import { printable, printableLine } from "../printable.ts";
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
    const bump = bumpOf(comparison.impact, version);
    if (!options.json) print(format(vendor, version, comparison));
    const written = await unedited(workspace.root, vendor);
    const said = await announced(workspace.root, vendor.packageName, written);
    const { markdownText } = await import("@trunkline/generator");
    // It becomes a change log, which is published.
    const changes = comparison.changes.map((one) => ({ ...one, text: markdownText(one.text) }));
    const text = changesetFor(vendor.packageName, bump, changes);
    const path = changesetPathFor(vendor, text);
    // What a person wrote is enough; what was written for them tells all that changed, and nothing else.
    const stale = written.filter((one) => one !== path || bump === "none");
    const isLacking = !isAtLeast(said, bump) && !written.includes(path);
    if (options.write) {
      for (const one of stale) await rm(join(workspace.root, one));
      for (const one of stale) print(`${colors.green("✓")} removed ${one}, which told another change`);
      if (isLacking) {
        await mkdir(join(workspace.root, ".changeset"), { recursive: true });
        await writeFile(join(workspace.root, path), text);
        print(`${colors.green("✓")} wrote ${path}`);
      }
      continue;
    }
    for (const one of stale) missing.push(`${one} tells of a change that is not there.`);
    if (isLacking && !(options.check && comparison.isSameDocument && stale.length === 0))
      missing.push(`${path} is missing, with this text:\n\n${text}`);
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

const impactColors: Readonly<Record<Impact, (text: string) => string>> = {
  major: colors.red,
  minor: colors.yellow,
  patch: colors.dim,
  none: colors.dim,
};

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
  const section = (title: string, of: readonly Change[]): string[] =>
    of.length === 0
      ? []
      : [
          `  ${title}`,
          ...byImpact(of).map(
            (one) => `    ${impactColors[one.impact](one.impact.padEnd(5))} ${printableLine(one.text)}`,
          ),
        ];
  return [
    `${colors.bold(vendor.name)} ${since}: ${impactColors[impact](impact)}${early}${isSameDocument ? "; the document is the same, the generator made the difference" : ""}`,
    ...section(
      "for users of the client",
      changes.filter(({ rule }) => rule === undefined),
    ),
    ...section(
      "on the wire",
      changes.filter(({ rule }) => rule !== undefined),
    ),
  ].join("\n");
}
