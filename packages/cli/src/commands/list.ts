import { join } from "node:path";
import { isObject } from "@trunkline/document";
import type { Command } from "commander";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { printable, printableLine } from "../printable.ts";
import { readJsonObject } from "../read-json.ts";
import { print } from "../terminal.ts";
import { findWorkspace, selectVendors, type Vendor } from "../workspace.ts";

export function addList(program: Command): void {
  program
    .command("list")
    .description("list the vendors, or the methods of some of them")
    .argument("[vendor...]", "names of folders below specs")
    .option("--json", "print vendors and methods as JSON")
    .action(list);
}

/** A method of a client, and what it calls. */
interface Method {
  readonly resource: string;
  readonly method: string;
  /** Such as `GET /agents/{id}`. */
  readonly route: string;
}

async function list(names: readonly string[], { json }: { readonly json?: boolean }): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  const listed: { name: string; package: string; methods: readonly Method[] }[] = [];
  for (const vendor of await selectVendors(workspace, names)) {
    const methods = await readMethods(vendor);
    listed.push({ name: vendor.name, package: vendor.packageName, methods });
    if (json) continue;
    print(
      `${colors.bold(vendor.packageName.padEnd(24))} ${methods.length === 1 ? "1 operation" : `${methods.length} operations`}`,
    );
    if (names.length > 0) for (const line of methodLines(methods)) print(line);
  }
  if (json) print(printable(JSON.stringify(listed, undefined, 2)));
}

/** Method and route beside each other where a terminal has room for both, below each other where it has not. */
function methodLines(methods: readonly Method[]): string[] {
  const calls = methods.map(({ resource, method }) =>
    printableLine([resource, method].filter(Boolean).join(".")),
  );
  const widest = calls.reduce((width, call) => Math.max(width, call.length), 0);
  const columns = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
  return methods.flatMap(({ route }, index) => {
    const call = calls[index] ?? "";
    const shown = printableLine(route);
    return widest + 4 + shown.length > columns
      ? [`  ${call}`, `      ${colors.dim(shown)}`]
      : [`  ${call.padEnd(widest)}  ${colors.dim(shown)}`];
  });
}

async function readMethods({ target, name, packageFolder }: Vendor): Promise<readonly Method[]> {
  const place = `${packageFolder}/names.lock`;
  const lock = await readJsonObject(join(target, "names.lock"), place);
  if (lock === undefined) {
    throw new CommandFailure(`${name} has no package yet. Run ${commandLine(`generate ${name}`)}.`);
  }
  const { operations } = lock;
  if (isObject(operations) && Object.values(operations).every(isObject)) {
    return Object.entries(operations as Readonly<Record<string, Omit<Method, "route">>>).map(
      ([route, { resource, method }]) => ({ resource, method, route }),
    );
  }
  throw new CommandFailure(`${place} has no operations. Run ${commandLine(`generate ${name} --force`)}.`);
}
