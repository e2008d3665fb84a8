import { relative } from "node:path";
import type { Diagnostic } from "@trunkline/generator";
import type { Command } from "commander";
import { checkWithinBounds } from "../check/check-within-bounds.ts";
import { colors } from "../colors.ts";
import { CommandFailure } from "../failure.ts";
import { printable } from "../printable.ts";
import { print, printAside } from "../terminal.ts";
import { findWorkspace, selectVendors } from "../workspace.ts";
import { addLimits, type Limits } from "./limits.ts";

interface Options extends Limits {
  readonly json?: boolean;
}

export function addLint(program: Command): void {
  const command = program
    .command("lint")
    .description("check documents: x-trunkline keys and pointers, names, schemas, examples")
    .argument("[vendor...]", "names of folders below specs; all when none is given")
    .option("--json", "print what was found as JSON");
  addLimits(command).action(lint);
}

async function lint(names: readonly string[], { json, ...limits }: Options): Promise<void> {
  const { formatDiagnostic } = await import("@trunkline/generator/diagnostics");
  const workspace = await findWorkspace(process.cwd());
  const found: { name: string; document: string; diagnostics: readonly Diagnostic[] }[] = [];
  for (const { name, spec, strict } of await selectVendors(workspace, names)) {
    const diagnostics = await checkWithinBounds({ spec, cwd: process.cwd(), house: strict }, limits);
    const document = relative(workspace.root, spec);
    found.push({ name, document, diagnostics });
    if (json) continue;
    for (const diagnostic of diagnostics) printAside(formatDiagnostic(diagnostic));
    const mark = !diagnostics.some(isError) ? colors.green("✓") : colors.red("✗");
    print(`${mark} ${document}`);
  }
  if (json) print(printable(JSON.stringify(found, undefined, 2)));
  const errors = found.flatMap(({ diagnostics }) => diagnostics.filter(isError)).length;
  if (errors > 0) throw new CommandFailure(`${errors} ${errors === 1 ? "fault" : "faults"} found.`);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}
