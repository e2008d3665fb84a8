import { relative } from "node:path";
import type { Diagnostic, GenerateResult, PackageHome } from "@trunkline/generator";
import { CommandFailure } from "../failure.ts";
import type { Vendor, Workspace } from "../workspace.ts";
import { digestGenerator } from "./digest.ts";
import { digestInputs, recordResult, unchangedResult } from "./stamp.ts";

export interface VendorOptions {
  /** Write nothing. */
  readonly check: boolean;
  /** Make the package anew, whatever is known of the last run. */
  readonly force: boolean;
  /** Warnings are errors. */
  readonly strict: boolean;
  /** The one origin that refs may lead to. */
  readonly allowRemote?: string | undefined;
  /** It will be made again by this program, whenever its document changes. @default false */
  readonly isWatched?: boolean;
  /** Seconds of computing. */
  readonly timeLimit?: number | undefined;
  /** Megabytes. */
  readonly memoryLimit?: number | undefined;
}

export interface VendorResult extends GenerateResult {
  /** Neither inputs nor outputs had changed, so nothing was made. */
  readonly skipped: boolean;
}

/** A document has faults; they are in `diagnostics`. */
export class VendorFailure extends CommandFailure {
  readonly diagnostics: readonly Diagnostic[];

  constructor(message: string, diagnostics: readonly Diagnostic[], options?: ErrorOptions) {
    super(message, options);
    this.diagnostics = diagnostics;
  }
}

/**
 * Makes the package of a vendor, unless it is known to be what its document gives.
 *
 * @throws VendorFailure when the document has faults. Nothing is written then.
 */
export async function generateVendor(
  vendor: Vendor,
  workspace: Workspace,
  { check, force, strict, allowRemote, isWatched = false, timeLimit, memoryLimit }: VendorOptions,
): Promise<VendorResult> {
  const settings = [
    await digestGenerator(),
    workspace.isHome,
    workspace.home,
    vendor.metadata ?? {},
    vendor.strict,
    strict,
    vendor.env ?? {},
    // Reported places are relative to it.
    relative(workspace.root, process.cwd()),
  ];
  const inputs = await digestInputs(vendor, settings);
  // Nobody knows what has changed elsewhere.
  const known =
    force || allowRemote !== undefined ? undefined : await unchangedResult(vendor, workspace.root, inputs);
  if (known !== undefined) return { ...known, skipped: true };
  // Not the whole generator: a thread of its own loads that.
  const [{ generatePackage }, { DocumentError }] = await Promise.all([
    import("@trunkline/generator/generate"),
    import("@trunkline/generator/diagnostics"),
  ]);
  try {
    const result = await generatePackage({
      spec: vendor.spec,
      target: vendor.target,
      packageName: vendor.packageName,
      workspace: workspace.isHome,
      home: homeOf(vendor, workspace),
      metadata: vendor.metadata,
      check,
      house: vendor.strict,
      strict,
      once: !isWatched,
      ...(vendor.env === undefined ? {} : { env: vendor.env }),
      ...(allowRemote === undefined ? {} : { allowRemote }),
      ...(timeLimit === undefined ? {} : { timeLimit }),
      ...(memoryLimit === undefined ? {} : { memoryLimit }),
    });
    const isAsMade = !check || result.changed.length + result.removed.length === 0;
    if (isAsMade && allowRemote === undefined) {
      // Without it the next run makes everything anew, and that is all.
      await recordResult(vendor, workspace.root, inputs, result).catch(() => {});
    }
    return { ...result, skipped: false };
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    const count = error.diagnostics.filter(({ severity }) => severity === "error").length;
    const faults = `${count} ${count === 1 ? "fault" : "faults"}`;
    const path = relative(workspace.root, vendor.spec);
    throw new VendorFailure(`${path} has ${faults}. Nothing was written.`, error.diagnostics, {
      cause: error,
    });
  }
}

function homeOf({ packageFolder: folder }: Vendor, { home }: Workspace): PackageHome | undefined {
  if (home === undefined) return undefined;
  return { ...home, directory: home.directory === "" ? folder : `${home.directory}/${folder}` };
}
