import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { colors } from "../colors.ts";
import type { Vendor } from "../workspace.ts";
import { bumpOf, isAtLeast } from "./change.ts";
import { announced, changesetFor } from "./changeset.ts";
import { type Comparison, packageVersion } from "./compare.ts";
import { changesetPathFor, unedited } from "./stale.ts";

/** What the changesets of a vendor lack, or tell too much. Paths are from the workspace's root. */
export interface WantedChangesets {
  /** Written for a change that is not there any more, and edited by nobody. */
  readonly stale: readonly string[];
  /** The one that is missing. */
  readonly lacking: { readonly path: string; readonly text: string } | undefined;
}

/** Holds the changesets of a vendor against what changed since its last release. */
export async function wantedChangesets(
  root: string,
  vendor: Vendor,
  { impact, changes }: Comparison,
): Promise<WantedChangesets> {
  const bump = bumpOf(impact, await packageVersion(vendor));
  const written = await unedited(root, vendor);
  const said = await announced(root, vendor.packageName, written);
  const { markdownText } = await import("@trunkline/generator");
  // It becomes a change log, which is published.
  const told = changes.map((one) => ({ ...one, text: markdownText(one.text) }));
  const text = changesetFor(vendor.packageName, bump, told);
  const path = changesetPathFor(vendor, text);
  // What a person wrote is enough; what was written for them tells all that changed, and nothing else.
  const stale = written.filter((one) => one !== path || bump === "none");
  const isLacking = !isAtLeast(said, bump) && !written.includes(path);
  return { stale, lacking: isLacking ? { path, text } : undefined };
}

/** Writes what is missing and removes what is stale. Returns a line for each. */
export async function writeChangesets(
  root: string,
  { stale, lacking }: WantedChangesets,
): Promise<readonly string[]> {
  for (const one of stale) await rm(join(root, one));
  const lines = stale.map((one) => `${colors.green("✓")} removed ${one}, which told another change`);
  if (lacking === undefined) return lines;
  await mkdir(join(root, ".changeset"), { recursive: true });
  await writeFile(join(root, lacking.path), lacking.text);
  return [...lines, `${colors.green("✓")} wrote ${lacking.path}`];
}
