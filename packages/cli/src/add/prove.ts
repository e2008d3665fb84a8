import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FaultReport } from "@trunkline/conformance";
import { load } from "../on-demand.ts";
import { printable, printableReport } from "../printable.ts";
import { REDOCLY_SECONDS, redocly } from "../redocly.ts";
import type { Vendor, Workspace } from "../workspace.ts";
import { exists } from "../workspace.ts";
import { packInto } from "./pack-into.ts";
import { execute, type PackageManager } from "./package-manager.ts";

/** One step of adding a vendor. */
export interface Step {
  readonly name: string;
  readonly passed: boolean;
  /** One line for the list of steps. */
  readonly summary: string;
  /** What a person needs to see of a step that failed. */
  readonly detail?: string;
  /** It found nothing wrong, but could hardly look. */
  readonly isThin?: boolean;
  /** What was noted of the document, one by one. */
  readonly notes?: number;
}

/** Installs what a workspace needs. */
export async function install({ root }: Workspace, manager: PackageManager): Promise<Step> {
  const { code, output } = await execute([...manager.command, ...manager.install], root);
  const summary = manager.command.join(" ");
  return { name: "install", passed: code === 0, summary, detail: printable(output) };
}

/** Builds a package, runs the suites on it, checks and packs it. Yields each step when it is done; ends at a failed build. */
export async function* prove(
  vendor: Vendor,
  workspace: Workspace,
  manager: PackageManager,
): AsyncGenerator<Step> {
  if (await exists(join(workspace.root, "redocly.yaml"))) yield await lint(vendor, workspace);
  const build = await script("build", vendor, manager);
  yield build;
  if (!build.passed) return;
  // Programs of their own, beside which a suite runs in this one.
  const [typecheck, lintPackage, packed] = inTurn(
    () => script("typecheck", vendor, manager),
    () => script("lint:package", vendor, manager),
    () => pack(vendor, manager),
  );
  try {
    const agreed = await contract(vendor);
    if (typecheck) yield await typecheck;
    yield agreed;
  } finally {
    // The faults keep time, and whoever ends early takes the package away: nothing may still be at work then.
    await Promise.allSettled([packed]);
  }
  yield await faults(vendor);
  if (lintPackage) yield await lintPackage;
  if (packed) yield await packed;
}

/** Begins each step when the one before it is done. What fails before it is asked for fails when it is. */
function inTurn(...steps: readonly (() => Promise<Step>)[]): readonly Promise<Step>[] {
  let before: Promise<unknown> = Promise.resolve();
  return steps.map((begin) => {
    const step = before.then(begin);
    step.catch(() => {});
    before = step;
    return step;
  });
}

async function lint({ name }: Vendor, { root }: Workspace): Promise<Step> {
  const { code, output } = await execute(redocly("lint", name), root, REDOCLY_SECONDS);
  const passed = code === 0;
  return {
    name: "lint",
    passed,
    summary: passed ? "redocly" : "faults in the document",
    detail: printable(output),
  };
}

/** Runs a script of a package. */
export async function script(name: string, { target }: Vendor, { command }: PackageManager): Promise<Step> {
  const { code, output } = await execute([...command, "run", name], target);
  return {
    name,
    passed: code === 0,
    summary: code === 0 ? "" : `exit code ${code}`,
    detail: printable(output),
  };
}

async function contract({ target, strict }: Vendor): Promise<Step> {
  const { formatReport, runContract } = await load("@trunkline/conformance", target);
  const report = await runContract(target, { documentFaults: strict ? "fail" : "note" });
  const passed = report.cases - report.failures;
  // That nothing could be tried is not a fault of somebody else's document.
  const isUntried = report.tried === 0 && !strict;
  return {
    name: "contract",
    passed: report.passed || isUntried,
    isThin: isUntried,
    summary: isUntried
      ? report.cases === 0
        ? "there is no operation to try"
        : `none of ${report.cases} cases could be tried`
      : `${passed} of ${report.cases} cases`,
    notes: report.results.filter((result) => result.note !== undefined).length,
    detail: formatReport(printableReport(report)),
  };
}

async function faults({ target }: Vendor): Promise<Step> {
  const { formatFaults, runFaults } = await load("@trunkline/conformance", target);
  const report = await runFaults(target);
  return {
    name: "faults",
    passed: report.failed === 0,
    ...ofTried(report),
    detail: formatFaults(printableReport(report)),
  };
}

/** Where so many times as much could not be tried as was, hardly anything was. */
const HARDLY = 3;

/** How much was tried: that nothing failed says little where hardly anything could be. */
function ofTried({ passed, failed, notApplicable, cells }: FaultReport): Pick<Step, "summary" | "isThin"> {
  const tried = `${passed} of ${passed + failed} promises`;
  if (notApplicable <= HARDLY * (passed + failed))
    return { summary: `${tried}, ${notApplicable} not applicable` };
  const reasons = new Map<string, number>();
  for (const { verdict, detail = "" } of cells) {
    if (verdict === "n/a") reasons.set(detail, (reasons.get(detail) ?? 0) + 1);
  }
  const [most] = [...reasons].sort((a, b) => b[1] - a[1]);
  const why = most === undefined ? "" : `, most because ${most[0]}`;
  const untried =
    passed + failed === 0
      ? `none of ${notApplicable} promises could be tried`
      : `${tried}; the other ${notApplicable} could not be tried`;
  return { summary: `${untried}${why}`, isThin: true };
}

async function pack(vendor: Vendor, manager: PackageManager): Promise<Step> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-pack-"));
  try {
    const { code, output, tarball } = await packInto(folder, vendor, manager);
    if (code !== 0 || tarball === undefined) {
      return { name: "pack", passed: false, summary: `exit code ${code}`, detail: printable(output) };
    }
    const { size } = await stat(join(folder, tarball));
    return { name: "pack", passed: true, summary: `${tarball}, ${Math.ceil(size / 1024)} kB` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
