import { relative } from "node:path";
import { colors } from "../colors.ts";
import { printableLine } from "../printable.ts";
import type { Vendor, Workspace } from "../workspace.ts";
import type { VendorResult } from "./generate-vendor.ts";

/** One vendor's line: what it has, and what changed. */
export function formatVendor(
  { name }: Vendor,
  result: VendorResult,
  time: number,
  { check = false }: { readonly check?: boolean },
): string {
  const changed = changesOf(result);
  const mark = changed > 0 && check ? colors.red("✗") : colors.green("✓");
  const operations = count(result.operations, "operation").padStart(14);
  const files = count(result.files.length, "file").padStart(9);
  const leftOut = result.leftOut > 0 ? colors.yellow(`, ${count(result.leftOut, "operation")} left out`) : "";
  return `${mark} ${name.padEnd(12)} ${operations}  ${files}  ${outcome(result, changed, check)}${leftOut} ${colors.dim(`${Math.round(time)} ms`)}`;
}

/** The last line: `4 packages: 1 changed, 3 unchanged, 0.4 s`. */
export function formatSummary(results: readonly VendorResult[], time: number): string {
  const changed = results.filter((result) => changesOf(result) > 0).length;
  const parts = [`${changed} changed`, `${results.length - changed} unchanged`];
  return colors.dim(
    `${count(results.length, "package")}: ${parts.join(", ")}, ${(time / 1000).toFixed(1)} s`,
  );
}

/** Removed files that are named one by one. */
const NAMED = 20;

/** The files that were removed, one a line: a person may have put one of them there. */
export function listRemoved(vendor: Vendor, { removed }: VendorResult, workspace: Workspace): string[] {
  const path = relative(workspace.root, vendor.target);
  const named = removed.slice(0, NAMED).map((name) => printableLine(`  ${path}/${name} was removed`));
  return removed.length > NAMED ? [...named, `  and ${removed.length - NAMED} more were removed`] : named;
}

/** The files that differ, one a line. */
export function listChanges(vendor: Vendor, result: VendorResult, workspace: Workspace): string[] {
  const path = relative(workspace.root, vendor.target);
  return [
    ...result.changed.map((name) => printableLine(`  ${path}/${name}`)),
    ...result.removed.map((name) => printableLine(`  ${path}/${name} (to be removed)`)),
  ];
}

function outcome({ skipped }: VendorResult, changed: number, check: boolean): string {
  if (skipped) return colors.dim("unchanged");
  if (changed === 0) return colors.dim("nothing to change");
  return colors.yellow(`${changed} ${check ? "would change" : "changed"}`);
}

function changesOf({ changed, removed }: VendorResult): number {
  return changed.length + removed.length;
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}
