import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { CommandFailure } from "../failure.ts";
import { printable } from "../printable.ts";
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
    process.stdout.write(`${pc.bold(vendor.packageName.padEnd(24))} ${count}\n`);
    if (names.length === 0) continue;
    const calls = operations.map(([, { resource, method }]) => printable(`${resource}.${method}`));
    const width = Math.max(0, ...calls.map((call) => call.length));
    operations.forEach(([route], index) => {
      process.stdout.write(`  ${(calls[index] ?? "").padEnd(width)}  ${pc.dim(printable(route))}\n`);
    });
  }
}

async function readLock(vendor: Vendor): Promise<Lock> {
  try {
    return JSON.parse(await readFile(join(vendor.target, "names.lock"), "utf8")) as Lock;
  } catch (error) {
    throw new CommandFailure(`${vendor.name} has no package yet. Run trunkline generate ${vendor.name}.`, {
      cause: error,
    });
  }
}
