import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ClientAdapter } from "@trunkline/conformance";
import { type Command, Option } from "commander";
import { CommandFailure } from "../failure.ts";
import { namedSource } from "../named-source.ts";
import { load } from "../on-demand.ts";
import { printable, printableReport } from "../printable.ts";
import { print } from "../terminal.ts";

export function addConformance(program: Command): void {
  program
    .command("conformance")
    .description("test that a client agrees with its document, and withstands servers that misbehave")
    .argument("<source>", "a vendor of the workspace, or a package's name or folder")
    .addOption(new Option("--suite <name>", "run one suite only").choices(["contract", "faults"]))
    .option(
      "--client <module>",
      "module that calls another generator's client: run the fault suite on that, with the path of its document as <source>",
    )
    .option("--json", "print the reports as JSON")
    .action(conformance);
}

interface Options {
  readonly suite?: "contract" | "faults";
  readonly client?: string;
  readonly json?: boolean;
}

async function conformance(source: string, options: Options): Promise<void> {
  const { suite, json, client } = options;
  if (client !== undefined) return conformanceOfOther(source, client, options);
  const named = await namedSource(source);
  const { formatFaults, formatReport, resolvePackage, runContract, runFaults } = await load(
    "@trunkline/conformance",
    process.cwd(),
  );
  const folder = await prepared(() => resolvePackage(named));
  const contract = suite === "faults" ? undefined : await prepared(() => runContract(folder));
  if (contract && !json) print(formatReport(printableReport(contract)));
  const faults = suite === "contract" ? undefined : await prepared(() => runFaults(folder));
  if (faults && !json) print(formatFaults(printableReport(faults)));
  if (json) print(printable(JSON.stringify({ contract, faults }, undefined, 2)));
  if (contract?.tried === 0) throw untried(source);
  if (contract?.passed === false) throw new CommandFailure(`${source} and its document do not agree.`);
  if (faults && faults.failed > 0) throw new CommandFailure(`${source} does not withstand every fault.`);
  if (faults?.callable === 0) throw untried(source);
}

/** The fault suite on a client that Trunkline did not make, which a module of the user's calls. */
async function conformanceOfOther(source: string, client: string, { suite, json }: Options): Promise<void> {
  if (suite === "contract") {
    throw new CommandFailure(
      "--suite contract is for clients of Trunkline, whose names it knows; with --client the fault suite runs alone.",
    );
  }
  const named = await namedSource(source);
  const { formatFaults, packageDocument, runFaults } = await load("@trunkline/conformance", process.cwd());
  const document = await prepared(() => packageDocument(named));
  const file = resolve(client);
  const adapter = await prepared(async () => {
    if (!existsSync(file)) throw new Error(`There is no module ${file} (--client).`);
    return (await import(pathToFileURL(file).href)) as ClientAdapter;
  });
  const faults = await prepared(() => runFaults(document, { adapter }));
  print(json ? printable(JSON.stringify({ faults }, undefined, 2)) : formatFaults(printableReport(faults)));
  if (faults.failed > 0) throw new CommandFailure(`${client} does not withstand every fault.`);
  if (faults.callable === 0) throw untried(client);
}

/** That nothing failed says nothing where nothing was called. */
function untried(source: string): CommandFailure {
  return new CommandFailure(
    `Nothing was tried of ${source}: its document has no example of an answer, so that no operation can be called. Write examples, in the document or in an overlay beside it; trunkline add makes them from schemas.`,
  );
}

/** What a suite finds is in its report: what it throws tells why it could not begin. */
async function prepared<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CommandFailure((error as Error).message, { cause: error });
  }
}
