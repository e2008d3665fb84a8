import { join } from "node:path";
import { packageManagerOf } from "../add/package-manager.ts";
import { install, prove, type Step } from "../add/prove.ts";
import { showFailed, showStep } from "../add/show-steps.ts";
import type { Limits } from "../commands/limits.ts";
import { compareWithReleased } from "../diff/compare.ts";
import { wantedChangesets, writeChangesets } from "../diff/wanted-changesets.ts";
import { CommandFailure } from "../failure.ts";
import { generateVendor, VendorFailure } from "../generate/generate-vendor.ts";
import { printFaults } from "../generate/print-faults.ts";
import { readJsonObject } from "../read-json.ts";
import { print } from "../terminal.ts";
import { exists, type Vendor, type Workspace } from "../workspace.ts";
import { backUp, forget, takeBack } from "./backup.ts";
import type { Staged } from "./stage.ts";

/**
 * Takes a staged document up: makes the package, proves it, writes its changeset.
 *
 * @throws CommandFailure when anything of that fails. All is as it was then
 */
export async function applyUpdate(
  workspace: Workspace,
  vendor: Vendor,
  staged: Staged,
  limits: Limits,
): Promise<void> {
  await backUp(workspace, vendor);
  const { stopped, forgetSignals } = untilStopped();
  const work = takeUp(workspace, vendor, staged, limits);
  try {
    await Promise.race([work, stopped]);
  } catch (error) {
    // What a signal cut short still ends by itself; it must not write over what is put back.
    await work.catch(() => {});
    await takeBack(workspace, vendor);
    throw await inWords(error, vendor);
  } finally {
    forgetSignals();
  }
  await forget(workspace, vendor);
}

async function takeUp(
  workspace: Workspace,
  vendor: Vendor,
  staged: Staged,
  { timeLimit, memoryLimit }: Limits,
): Promise<void> {
  const needed = await dependenciesOf(vendor);
  await staged.take();
  const { strict } = vendor;
  const options = { check: false, force: true, strict, timeLimit, memoryLimit };
  const { operations, changed, removed } = await generateVendor(vendor, workspace, options);
  showStep({
    name: "generate",
    passed: true,
    summary: `${operations} operations, ${changed.length} files changed, ${removed.length} removed`,
  });
  const manager = await packageManagerOf(workspace.root);
  const failed: Step[] = [];
  const note = (step: Step): void => {
    showStep(step);
    if (!step.passed) failed.push(step);
  };
  if ((await dependenciesOf(vendor)) !== needed) {
    note(await install(workspace, manager));
  }
  if (failed.length === 0) for await (const step of prove(vendor, workspace, manager)) note(step);
  if (failed.length > 0) {
    showFailed(failed);
    const steps = failed.map(({ name }) => name).join(", ");
    throw new CommandFailure(
      `${vendor.packageName} would not hold with what is published now: ${steps}. See above. Everything is as it was; what you would mend belongs into ${vendor.specFolder}/overlay.yaml.`,
    );
  }
  if (!(await exists(join(workspace.root, ".changeset")))) return;
  const comparison = await compareWithReleased(vendor);
  for (const line of await writeChangesets(
    workspace.root,
    await wantedChangesets(workspace.root, vendor, comparison),
  ))
    print(line);
}

async function dependenciesOf({ target, packageFolder }: Vendor): Promise<string> {
  const manifest = await readJsonObject(join(target, "package.json"), `${packageFolder}/package.json`);
  const { dependencies, devDependencies, peerDependencies } = manifest ?? {};
  return JSON.stringify([dependencies, devDependencies, peerDependencies]);
}

async function inWords(error: unknown, { name }: Vendor): Promise<unknown> {
  if (!(error instanceof VendorFailure)) return error;
  await printFaults(error.diagnostics);
  return new CommandFailure(
    `The document that ${name} publishes has faults. See above. Everything is as it was.`,
    { cause: error },
  );
}

/** Ctrl+C must not leave half an update behind. */
function untilStopped(): { readonly stopped: Promise<never>; readonly forgetSignals: () => void } {
  const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM"];
  let stop: (signal: NodeJS.Signals) => void = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = (signal) => reject(new CommandFailure(`Stopped by ${signal}. Everything is as it was.`));
  });
  stopped.catch(() => {});
  for (const signal of signals) process.once(signal, stop);
  return {
    stopped,
    forgetSignals() {
      for (const signal of signals) process.off(signal, stop);
    },
  };
}
