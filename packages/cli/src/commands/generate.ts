import { relative } from "node:path";
import { performance } from "node:perf_hooks";
import type { GenerateResult } from "@trunkline/generator";
import type { Command } from "commander";
import pc from "picocolors";
import { CommandFailure } from "../failure.ts";
import { findWorkspace, selectVendors, type Vendor, type Workspace } from "../workspace.ts";

interface Options {
  readonly check?: boolean;
  readonly explain?: boolean;
  readonly strict?: boolean;
}

export function addGenerate(program: Command): void {
  program
    .command("generate")
    .description("write the package of each vendor from its document")
    .argument("[vendor...]", "names of folders below specs; all when none is given")
    .option("--check", "write nothing; fail when a package differs from what its document gives")
    .option("--explain", "print each guess with its reason and the lines that would pin it")
    .option("--strict", "make warnings errors")
    .action(generate);
}

async function generate(names: readonly string[], options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  const vendors = selectVendors(workspace, names);
  const stale: string[] = [];
  for (const vendor of vendors) {
    const started = performance.now();
    const result = await generateVendor(vendor, workspace, options);
    const time = `${Math.round(performance.now() - started)} ms`;
    process.stdout.write(`${line(vendor, result, options)} ${pc.dim(time)}\n`);
    if (options.check) stale.push(...listChanges(vendor, result, workspace));
  }
  if (stale.length > 0) {
    throw new CommandFailure(
      `These files are not what the documents give:\n${stale.join("\n")}\nRun trunkline generate and commit the result.`,
    );
  }
}

async function generateVendor(
  vendor: Vendor,
  workspace: Workspace,
  options: Options,
): Promise<GenerateResult> {
  const { DocumentError, formatDiagnostic, generatePackage } = await import("@trunkline/generator");
  const print = (diagnostic: Parameters<typeof formatDiagnostic>[0]): void => {
    if (diagnostic.severity === "guess" && !options.explain) return;
    process.stderr.write(`${formatDiagnostic(diagnostic)}\n`);
  };
  try {
    const result = await generatePackage({
      spec: vendor.spec,
      target: vendor.target,
      packageName: vendor.packageName,
      check: options.check ?? false,
      house: workspace.strict,
      strict: options.strict ?? workspace.strict,
    });
    result.diagnostics.forEach(print);
    return result;
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    error.diagnostics.forEach(print);
    const count = error.diagnostics.filter(({ severity }) => severity === "error").length;
    throw new CommandFailure(
      `${relative(workspace.root, vendor.spec)} has ${count} ${count === 1 ? "fault" : "faults"}. Nothing was written.`,
    );
  }
}

function line(vendor: Vendor, result: GenerateResult, { check }: Options): string {
  const changed = result.changed.length + result.removed.length;
  const verb = check ? "would change" : "changed";
  const changes = changed === 0 ? pc.dim("nothing to change") : pc.yellow(`${changed} ${verb}`);
  const operations = `${result.operations} ${result.operations === 1 ? "operation" : "operations"}`.padStart(
    14,
  );
  return `${changed > 0 && check ? pc.red("✗") : pc.green("✓")} ${vendor.name.padEnd(12)} ${operations}  ${`${result.files.length} files`.padStart(9)}  ${changes}`;
}

function listChanges(vendor: Vendor, result: GenerateResult, workspace: Workspace): string[] {
  const path = relative(workspace.root, vendor.target);
  return [
    ...result.changed.map((name) => `  ${path}/${name}`),
    ...result.removed.map((name) => `  ${path}/${name} (to be removed)`),
  ];
}
