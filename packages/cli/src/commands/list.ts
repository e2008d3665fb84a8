import { join } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { CommandFailure } from "../failure.ts";
import { printableLine } from "../printable.ts";
import { isObject, readJsonObject } from "../read-json.ts";
import { print } from "../terminal.ts";
import { findWorkspace, selectVendors, type Vendor } from "../workspace.ts";

export function addList(program: Command): void {
  program
    .command("list")
    .description("list the vendors, or the methods of some of them")
    .argument("[vendor...]", "names of folders below specs")
    .action(list);
}

interface Lock {
  readonly operations: Readonly<Record<string, { readonly resource: string; readonly method: string }>>;
}

async function list(names: readonly string[]): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  const vendors = selectVendors(workspace, names);
  for (const vendor of vendors) {
    const operations = Object.entries((await readLock(vendor)).operations);
    const count = operations.length === 1 ? "1 operation" : `${operations.length} operations`;
    print(`${pc.bold(vendor.packageName.padEnd(24))} ${count}`);
    if (names.length === 0) continue;
    const calls = operations.map(([, { resource, method }]) => printableLine(`${resource}.${method}`));
    const width = calls.reduce((widest, call) => Math.max(widest, call.length), 0);
    operations.forEach(([route], index) => {
      print(`  ${(calls[index] ?? "").padEnd(width)}  ${pc.dim(printableLine(route))}`);
    });
  }
}

async function readLock({ target, name }: Vendor): Promise<Lock> {
  const place = `packages/${name}/names.lock`;
  const lock = await readJsonObject(join(target, "names.lock"), place);
  if (lock === undefined) {
    throw new CommandFailure(`${name} has no package yet. Run trunkline generate ${name}.`);
  }
  const { operations } = lock;
  if (isObject(operations) && Object.values(operations).every(isObject)) {
    return { operations: operations as Lock["operations"] };
  }
  throw new CommandFailure(`${place} has no operations. Run trunkline generate ${name} --force.`);
}
