import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Diagnostic, ImportExtension } from "@trunkline/generator";
import { type Command, Option } from "commander";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { build } from "../generate/build.ts";
import { formatDiagnostics } from "../generate/diagnostics.ts";
import { generateInto } from "../generate/generate-into.ts";
import { generateVendor, VendorFailure, type VendorResult } from "../generate/generate-vendor.ts";
import { manifestChanges, manifestOf } from "../generate/manifest-changes.ts";
import { formatSummary, formatVendor, listChanges, listRemoved } from "../generate/report.ts";
import { printFailure, untilStopped } from "../generate/until-stopped.ts";
import { watchSpecs } from "../generate/watch.ts";
import { printable } from "../printable.ts";
import { print, printAside, printProgress } from "../terminal.ts";
import { findWorkspace, selectVendors, type Vendor, type Workspace } from "../workspace.ts";
import { addLimits, type Limits } from "./limits.ts";

interface Options extends Limits {
  readonly allowRemote?: string;
  readonly build?: boolean;
  readonly check?: boolean;
  readonly envPrefix?: string;
  readonly explain?: boolean;
  readonly force?: boolean;
  readonly importExtension?: ImportExtension;
  readonly json?: boolean;
  readonly out?: string;
  readonly strict?: boolean;
  readonly watch?: boolean;
}

export function addGenerate(program: Command): void {
  const command = program
    .command("generate")
    .description("write the package of each vendor from its document")
    .argument(
      "[vendor...]",
      "names of folders below specs, all when none is given; with --out the path or https address of a document",
    )
    .option("--check", "write nothing; fail when a package differs from what its document gives")
    .option("--explain", "print every warning, and each guess with its reason and the lines that settle it")
    .option("--force", "make every package anew, whether or not anything changed")
    .option("--json", "print what was written and found as JSON")
    .option("--strict", "treat warnings as errors")
    .option("--allow-remote <origin>", "let refs lead to this origin, such as https://specs.acme.com/")
    .option("--out <folder>", "write the client of one document there, as sources of an application")
    .option("--env-prefix <name>", "with --out: read secrets from variables such as <name>_API_KEY")
    .addOption(
      new Option("--import-extension <ending>", "with --out: how files import each other").choices([
        ".js",
        ".ts",
        "none",
      ]),
    )
    .option("--watch", "keep running, and write again whenever a document changes")
    .option(
      "--build",
      "build what was written, so that programs beside it can use it; with --watch, each time",
    );
  addLimits(command).action(generate);
}

async function generate(names: readonly string[], options: Options): Promise<void> {
  if (options.watch && options.check) throw new CommandFailure("--watch writes, and --check does not.");
  if (options.watch && options.json)
    throw new CommandFailure("--watch goes on, and --json prints one report at the end.");
  if (options.build && (options.check || options.out !== undefined))
    throw new CommandFailure("--build builds packages that are written: it goes without --check and --out.");
  if (options.allowRemote !== undefined) await checkOrigin(options.allowRemote);
  if (options.out !== undefined) return generateInto(options.out, names, options);
  for (const option of ["envPrefix", "importExtension"] as const) {
    if (options[option] === undefined) continue;
    const name = option === "envPrefix" ? "--env-prefix" : "--import-extension";
    throw new CommandFailure(`${name} goes only with --out: a package of a workspace has its own.`);
  }
  const workspace = await findWorkspace(process.cwd());
  const vendors = await selectVendors(workspace, names);
  if (options.watch) await watch(workspace, vendors, names, options);
  else await generateAll(workspace, vendors, options);
}

async function generateAll(
  workspace: Workspace,
  vendors: readonly Vendor[],
  options: Options,
): Promise<void> {
  const started = performance.now();
  const results: (VendorResult & { readonly vendor: Vendor })[] = [];
  const stale: string[] = [];
  for (const vendor of vendors) {
    const result = await generateOne(vendor, workspace, options).catch((error: unknown) => {
      if (!options.watch || !(error instanceof CommandFailure)) throw error;
      printFailure(error);
    });
    if (result === undefined) continue;
    results.push({ ...result, vendor });
    if (options.build) {
      await build(vendor, workspace).catch((error: unknown) => {
        if (!options.watch) throw error;
        printFailure(error);
      });
    }
    if (options.check) for (const change of listChanges(vendor, result, workspace)) stale.push(change);
  }
  if (options.json) print(printable(JSON.stringify(results.map(reportOf), undefined, 2)));
  else print(formatSummary(results, performance.now() - started));
  if (stale.length > 0) {
    throw new CommandFailure(
      `These files are not what the documents give:\n${stale.join("\n")}\nRun ${commandLine("generate")} and commit the result.`,
    );
  }
}

async function generateOne(vendor: Vendor, workspace: Workspace, options: Options): Promise<VendorResult> {
  const started = performance.now();
  const done = printProgress(vendor.name);
  try {
    const before = await manifestOf(vendor);
    const result = await generateVendor(vendor, workspace, {
      check: options.check ?? false,
      force: options.force ?? false,
      strict: options.strict ?? vendor.strict,
      allowRemote: options.allowRemote,
      isWatched: options.watch ?? false,
      timeLimit: options.timeLimit,
      memoryLimit: options.memoryLimit,
    });
    done();
    if (options.json) return result;
    await printDiagnostics(result.diagnostics, options);
    print(formatVendor(vendor, result, performance.now() - started, options));
    if (!options.check) for (const line of listRemoved(vendor, result, workspace)) printAside(line);
    if (result.changed.includes("package.json") && !options.check) {
      for (const line of manifestChanges(before, await manifestOf(vendor), vendor)) printAside(line);
    }
    return result;
  } catch (error) {
    done();
    if (error instanceof VendorFailure) await printDiagnostics(error.diagnostics, options);
    throw error;
  }
}

/** What `--json` says of one vendor. */
function reportOf({
  vendor,
  operations,
  leftOut,
  changed,
  removed,
  diagnostics,
}: VendorResult & { readonly vendor: Vendor }): object {
  return {
    name: vendor.name,
    package: vendor.packageName,
    operations,
    leftOut,
    changed,
    removed,
    diagnostics,
  };
}

/** A document with faults is reported, and awaits the next change. */
async function watch(
  workspace: Workspace,
  vendors: readonly Vendor[],
  names: readonly string[],
  options: Options,
): Promise<void> {
  await untilStopped(async (signal, isWatching) => {
    await watchSpecs(workspace.root, workspace, signal, {
      async begin() {
        await generateAll(workspace, vendors, options);
        await isWatching(join(workspace.root, workspace.specs), options.memoryLimit);
      },
      // A generator that fails on one state of a document, or of a package.json, may well succeed on the next.
      onChange: (changed) => generateChanged(workspace.root, changed, names, options).catch(printFailure),
    });
  });
}

async function generateChanged(
  root: string,
  changed: readonly string[],
  names: readonly string[],
  options: Options,
): Promise<void> {
  const workspace = await findWorkspace(root);
  for (const vendor of workspace.vendors) {
    if (!changed.includes(vendor.name) || (names.length > 0 && !names.includes(vendor.name))) continue;
    const result = await generateOne(vendor, workspace, options).catch(printFailure);
    if (options.build && result && hasChanged(result)) await build(vendor, workspace).catch(printFailure);
  }
}

function hasChanged({ changed, removed }: VendorResult): boolean {
  return changed.length + removed.length > 0;
}

async function printDiagnostics(diagnostics: readonly Diagnostic[], options: Options): Promise<void> {
  for (const line of await formatDiagnostics(diagnostics, options)) printAside(line);
}

async function checkOrigin(text: string): Promise<void> {
  const { allowedOrigin } = await import("@trunkline/generator");
  try {
    allowedOrigin(text);
  } catch (error) {
    throw new CommandFailure(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
