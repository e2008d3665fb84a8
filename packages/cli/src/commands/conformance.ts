import type { Command } from "commander";
import { CommandFailure } from "../failure.ts";

export function addConformance(program: Command): void {
  program
    .command("conformance")
    .description("prove that an emitted client and its document agree, against a mock server")
    .argument("<source>", "a package's name or its folder")
    .option("--json", "print the report as JSON")
    .action(conformance);
}

async function conformance(source: string, { json }: { readonly json?: boolean }): Promise<void> {
  const { formatReport, resolvePackage, runContract } = await import("@trunkline/conformance");
  const report = await runContract(await resolvePackage(source));
  process.stdout.write(json ? `${JSON.stringify(report, undefined, 2)}\n` : `${formatReport(report)}\n`);
  if (!report.passed) throw new CommandFailure(`${source} and its document do not agree.`);
}
