import type { Command } from "commander";
import { exampleLines } from "../add/look-at.ts";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { changeLines } from "../diff/change-lines.ts";
import { changesBetween } from "../diff/compare.ts";
import { CommandFailure } from "../failure.ts";
import { print, printError, printProgress } from "../terminal.ts";
import { applyUpdate } from "../update/apply.ts";
import { takeBack } from "../update/backup.ts";
import { fetchSource } from "../update/fetch-source.ts";
import { alone } from "../update/lock.ts";
import { refuseOdd } from "../update/refuse-odd.ts";
import { isAsRead, isSameSource, readSourceRecord, type SourceRecord } from "../update/source-record.ts";
import { stage, stateOf } from "../update/stage.ts";
import { findWorkspace, selectVendors, type Vendor, type Workspace } from "../workspace.ts";
import { addLimits, type Limits } from "./limits.ts";

interface Options extends Limits {
  readonly check?: boolean;
  readonly force?: boolean;
  readonly from?: string;
}

export function addUpdate(program: Command): void {
  const command = program
    .command("update")
    .description("update documents from their publishers, then make and test the packages")
    .argument("[vendor...]", "names of folders below specs; all whose source is recorded when none is given")
    .option("--check", "change nothing; fail if there is something to update")
    .option("--force", "accept what looks like a mistake too, and overwrite changes made by hand")
    .option("--from <document>", "path or https address at which the document is published now");
  addLimits(command).action(update);
}

async function update(names: readonly string[], options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  if (options.from !== undefined && names.length !== 1) {
    throw new CommandFailure(
      `--from is for one vendor: ${commandLine("update acme --from <path or address>")}`,
    );
  }
  const vendors = await selectVendors(workspace, names);
  await alone(workspace.root, () => updateAll(workspace, vendors, names.length > 0, options));
}

async function updateAll(
  workspace: Workspace,
  vendors: readonly Vendor[],
  isNamed: boolean,
  options: Options,
): Promise<void> {
  const failed: string[] = [];
  const due: string[] = [];
  let tried = 0;
  for (const vendor of vendors) {
    if (await takeBack(workspace, vendor)) {
      print(
        `${vendor.name} ${colors.yellow("an earlier update was cut short; its changes were undone first")}`,
      );
    }
    const record = await readSourceRecord(vendor);
    if (record === undefined && options.from === undefined && !isNamed) continue;
    tried += 1;
    try {
      if (await updateOne(workspace, vendor, record, options)) due.push(vendor.name);
    } catch (error) {
      // The others are updated all the same.
      if (!(error instanceof CommandFailure) || vendors.length === 1) throw error;
      printError(error.message);
      failed.push(vendor.name);
    }
  }
  if (tried === 0)
    print(
      colors.dim(
        `No document has a source.json, which names where it is published: nothing to update. It is made for one by ${commandLine("update <name> --from <path or address> --force")}`,
      ),
    );
  const said = [
    ...(failed.length === 0 ? [] : [`Not updated: ${failed.join(", ")}. See above.`]),
    ...(options.check && due.length > 0
      ? [`There are changes to apply: ${commandLine(`update ${due.join(" ")}`)}`]
      : []),
  ];
  if (said.length > 0) throw new CommandFailure(said.join("\n"));
}

/** Returns whether there are, or were, changes to apply. */
async function updateOne(
  workspace: Workspace,
  vendor: Vendor,
  before: SourceRecord | undefined,
  options: Options,
): Promise<boolean> {
  const at = await placeOf(vendor, before, options);
  const done = printProgress(vendor.name);
  const { source, record } = await fetchSource(workspace, vendor, at).finally(done);
  if (before !== undefined && !options.force) refuseOdd(vendor.name, before, record);
  const staged = await stage(vendor, source, record, options);
  try {
    const was = await stateOf(vendor.spec, vendor);
    const isSame = was.document === staged.state.document && was.surface === staged.state.surface;
    if (isSame && before !== undefined && isSameSource(before, record)) {
      print(`${vendor.name} ${colors.dim(`as it was on ${before.date}: ${record.origin}`)}`);
      return false;
    }
    const changes = isSame ? [] : await changesBetween(was, staged.state);
    print(`${colors.bold(vendor.name)} ${record.origin}, read on ${record.date}`);
    const lines = changeLines(changes);
    print(
      lines.length > 0 ? lines.join("\n") : `  ${colors.dim("nothing that users of the client would see")}`,
    );
    for (const line of exampleLines(staged.examples)) print(`  ${colors.dim(line)}`);
    if (!options.check) await applyUpdate(workspace, vendor, staged, options);
    return true;
  } finally {
    await staged.close();
  }
}

/**
 * Where a vendor's document is read.
 *
 * @throws CommandFailure where nobody knows, or where a change by hand would be lost
 */
async function placeOf(
  vendor: Vendor,
  record: SourceRecord | undefined,
  { force = false, from }: Options,
): Promise<string | SourceRecord> {
  const { name, specFolder } = vendor;
  if (record === undefined) {
    if (from !== undefined && force) return from;
    const way = commandLine(`update ${name} --from <path or address> --force`);
    throw new CommandFailure(
      `${specFolder} has no source.json, so nobody knows where its document is published: it was written here, or added before sources were recorded. To put what is published in its place: ${way}`,
    );
  }
  if (force || (await isAsRead(vendor, record))) return from ?? record;
  throw new CommandFailure(
    `${specFolder}/openapi.yaml was changed since it was read on ${record.date}. What you change belongs into ${specFolder}/overlay.yaml; restore the document, or give the changes up: ${commandLine(`update ${name} --force`)}`,
  );
}
