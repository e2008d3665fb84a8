import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import type { Command } from "commander";
import { completeWithinBounds } from "../add/complete-within-bounds.ts";
import { count, lookAt, type Made, sumUp } from "../add/look-at.ts";
import { packageManagerOf } from "../add/package-manager.ts";
import { install, prove, type Step } from "../add/prove.ts";
import { writePublishedFiles } from "../add/published-files.ts";
import { showFailed, showStep } from "../add/show-steps.ts";
import { readSource, type Source, tellUntold } from "../add/source.ts";
import { changesetText, sourcesText } from "../add/templates.ts";
import { changesetPath, unwire, type Wire, wire } from "../add/wiring.ts";
import { checkWithinBounds } from "../check/check-within-bounds.ts";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { generateVendor, VendorFailure } from "../generate/generate-vendor.ts";
import { printFaults } from "../generate/print-faults.ts";
import { emptyRecord } from "../release/record.ts";
import { print } from "../terminal.ts";
import { sourceRecord, writeSourceRecord } from "../update/source-record.ts";
import { isVendorName } from "../vendor-name.ts";
import { exists, findWorkspace, refuseWithin, type Vendor, vendorOf, type Workspace } from "../workspace.ts";
import { addLimits, type Limits } from "./limits.ts";

/** Codes of guesses that the names lock keeps from the first run on. */
const lockedGuesses: ReadonlySet<string> = new Set(["operation-name", "media-type-method"]);

interface Options extends Limits {
  /** `false`: `--no-install`. */
  readonly install: boolean;
}

export function addAdd(program: Command): void {
  const command = program
    .command("add")
    .description("make a vendor's package from a document, and test it")
    .argument("<name>", "name of the folders below specs and packages: small letters, digits, hyphens")
    .argument("<document>", "path or https address of an OpenAPI or Swagger 2.0 document")
    .option("--no-install", "do not install what the new package needs");
  addLimits(command).action(add);
}

async function add(name: string, from: string, options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  await refuseTaken(workspace, name);
  const started = performance.now();
  const source = await readSource(from, name).catch(explain);
  const { vendor, ...made } = await make(workspace, name, from, source, options);
  const title = source.markdownTitle;
  const files = await announce({ workspace, vendor, title }).catch(async (error: unknown) => {
    await unwire({ workspace, vendor, title }).catch(() => []);
    await removeFolders(vendor);
    throw error;
  });
  showStep({ name: "wiring", passed: true, summary: files.join(", ") || "nothing to do" });

  const manager = await packageManagerOf(workspace.root);
  const failed: Step[] = [];
  let untried = 0;
  const note = (step: Step): void => {
    showStep(step);
    untried += step.notes ?? 0;
    if (!step.passed) failed.push(step);
  };
  if (options.install) note(await install(workspace, manager));
  if (failed.length === 0) for await (const step of prove(vendor, workspace, manager)) note(step);
  showFailed(failed);
  print(lookAt(vendor, workspace, made));
  print(`\n${sumUp(made, untried)}`);
  if (failed.length > 0) {
    const steps = failed.map((step) => step.name).join(", ");
    throw new CommandFailure(
      `${vendor.packageName} was made, but these steps failed: ${steps}. See above; ${commandLine(`remove ${name}`)} takes it away again.`,
    );
  }
  const time = ((performance.now() - started) / 1000).toFixed(1);
  print(colors.dim(`${vendor.packageName} is ready, ${time} s`));
}

/** Writes the vendor's folders; a document that cannot be used leaves nothing behind. */
async function make(
  workspace: Workspace,
  name: string,
  from: string,
  source: Source,
  limits: Limits,
): Promise<Made> {
  const strict = vendorOf(workspace, name);
  const folder = dirname(strict.spec);
  await mkdir(join(folder, "released"), { recursive: true });
  try {
    await writeFile(strict.spec, source.bytes);
    await writePublishedFiles(strict.spec, source.files);
    const input = { spec: strict.spec, cwd: process.cwd(), name };
    const examples = await completeWithinBounds(input, limits);
    if (examples.text !== undefined) await writeFile(join(folder, "examples.overlay.yaml"), examples.text);
    await writeFile(join(folder, "SOURCES.md"), sourcesText(source));
    await writeFile(join(folder, "released/releases.json"), emptyRecord);
    await writeSourceRecord(strict.spec, sourceRecord(workspace.root, from, source));
    const { untold } = source;
    let houseFaultCount = workspace.strict
      ? (await houseFaults(strict, limits)) + untold.diagnostics.length
      : 0;
    let vendor = { ...strict, strict: workspace.strict && houseFaultCount === 0 };
    if (await exists(join(workspace.root, ".changeset"))) {
      // The changeset makes its first release 0.1.0.
      await mkdir(vendor.target, { recursive: true });
      await writeFile(join(vendor.target, "package.json"), '{ "version": "0.0.0" }\n');
    }
    const { timeLimit, memoryLimit } = limits;
    const options = { check: false, force: true, timeLimit, memoryLimit };
    const result = await generateVendor(vendor, workspace, { ...options, strict: vendor.strict }).catch(
      (error: unknown) => {
        if (!vendor.strict || !(error instanceof VendorFailure)) throw error;
        // Warnings of the client that it gives: such a document is excepted as well.
        houseFaultCount = error.diagnostics.filter(({ severity }) => severity === "error").length;
        vendor = { ...vendor, strict: false };
        return generateVendor(vendor, workspace, { ...options, strict: false });
      },
    );
    await tellUntold(source);
    const found = [...untold.diagnostics, ...result.diagnostics];
    const counts = (severity: string): number => found.filter((one) => one.severity === severity).length;
    const converted = source.convertedFrom === undefined ? "" : `, converted from ${source.convertedFrom}`;
    const summary = `${source.title}, ${count(result.operations, "operation")}${converted}`;
    showStep({ name: "document", passed: true, summary });
    showStep({
      name: "generate",
      passed: true,
      summary: `${count(result.files.length, "file")}, ${count(counts("warning"), "warning")}, ${count(counts("guess"), "guess")}`,
    });
    const names = result.diagnostics.filter(({ code }) => lockedGuesses.has(code)).length;
    const counted = {
      operations: result.operations,
      leftOut: result.leftOut + untold.leftOut.length,
      warnings: counts("warning"),
      names,
      guesses: counts("guess") - names,
    };
    return { vendor, houseFaultCount, examples, hasQuery: source.hasQuery, found: counted };
  } catch (error) {
    await removeFolders(strict);
    return explain(error);
  }
}

/** Names the vendor wherever the workspace does. Returns the files that changed. */
async function announce(what: Wire): Promise<string[]> {
  const { workspace, vendor, title } = what;
  const files = await wire(what);
  if (!(await exists(join(workspace.root, ".changeset")))) return files;
  const path = changesetPath(workspace, vendor);
  await writeFile(path, changesetText(vendor, title));
  return [...files, relative(workspace.root, path)];
}

async function removeFolders({ spec, target }: Vendor): Promise<void> {
  await rm(dirname(spec), { recursive: true, force: true });
  await rm(target, { recursive: true, force: true });
}

async function houseFaults({ spec }: Vendor, limits: Limits): Promise<number> {
  const found = await checkWithinBounds({ spec, cwd: process.cwd(), house: true }, limits);
  return found.filter(({ severity }) => severity !== "guess").length;
}

async function refuseTaken(workspace: Workspace, name: string): Promise<void> {
  if (!isVendorName(name)) {
    throw new CommandFailure(
      `"${name}" cannot name a vendor. Use small letters, digits and hyphens, such as "acme-payments".`,
    );
  }
  refuseWithin(vendorOf(workspace, name), workspace.root);
  for (const folder of [`${workspace.specs}/${name}`, `${workspace.packages}/${name}`]) {
    if (await exists(join(workspace.root, folder))) {
      throw new CommandFailure(
        `${folder} is there already. Choose another name, or remove it first: ${commandLine(`remove ${name}`)}`,
      );
    }
  }
}

/** Faults of a document are shown with their places. */
async function explain(error: unknown): Promise<never> {
  const { DocumentError } = await import("@trunkline/generator/diagnostics");
  if (!(error instanceof DocumentError) && !(error instanceof VendorFailure)) throw error;
  await printFaults(error.diagnostics);
  throw new CommandFailure("The document cannot be used. Nothing was added.", { cause: error });
}
