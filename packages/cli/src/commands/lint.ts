import { relative } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { CommandFailure } from "../failure.ts";
import { print, printAside } from "../terminal.ts";
import { findWorkspace, selectVendors } from "../workspace.ts";

export function addLint(program: Command): void {
  program
    .command("lint")
    .description("check documents: x-trunkline keys and pointers, names, schemas, examples")
    .argument("[vendor...]", "names of folders below specs; all when none is given")
    .action(lint);
}

async function lint(names: readonly string[]): Promise<void> {
  const { checkDocument, DocumentError, formatDiagnostic, readDocument } = await import(
    "@trunkline/generator"
  );
  const workspace = await findWorkspace(process.cwd());
  let errors = 0;
  for (const vendor of selectVendors(workspace, names)) {
    const diagnostics = await (async () => {
      try {
        const loaded = await readDocument(vendor.spec);
        return [...loaded.diagnostics, ...(await checkDocument(loaded, { house: vendor.strict }))];
      } catch (error) {
        if (error instanceof DocumentError) return error.diagnostics;
        throw error;
      }
    })();
    for (const diagnostic of diagnostics) printAside(formatDiagnostic(diagnostic));
    const failing = diagnostics.filter(({ severity }) => severity === "error").length;
    errors += failing;
    const mark = failing === 0 ? pc.green("✓") : pc.red("✗");
    print(`${mark} ${relative(workspace.root, vendor.spec)}`);
  }
  if (errors > 0) throw new CommandFailure(`${errors} ${errors === 1 ? "fault" : "faults"} found.`);
}
