import { relative } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { checkWithinBounds } from "../check/check-within-bounds.ts";
import { CommandFailure } from "../failure.ts";
import { print, printAside } from "../terminal.ts";
import { findWorkspace, selectVendors } from "../workspace.ts";
import { addLimits, type Limits } from "./limits.ts";

export function addLint(program: Command): void {
  const command = program
    .command("lint")
    .description("check documents: x-trunkline keys and pointers, names, schemas, examples")
    .argument("[vendor...]", "names of folders below specs; all when none is given");
  addLimits(command).action(lint);
}

async function lint(names: readonly string[], limits: Limits): Promise<void> {
  const { formatDiagnostic } = await import("@trunkline/generator/diagnostics");
  const workspace = await findWorkspace(process.cwd());
  let errors = 0;
  for (const { spec, strict } of selectVendors(workspace, names)) {
    const diagnostics = await checkWithinBounds({ spec, cwd: process.cwd(), house: strict }, limits);
    for (const diagnostic of diagnostics) printAside(formatDiagnostic(diagnostic));
    const failing = diagnostics.filter(({ severity }) => severity === "error").length;
    errors += failing;
    const mark = failing === 0 ? pc.green("✓") : pc.red("✗");
    print(`${mark} ${relative(workspace.root, spec)}`);
  }
  if (errors > 0) throw new CommandFailure(`${errors} ${errors === 1 ? "fault" : "faults"} found.`);
}
