import type { Command } from "commander";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import { digestOperations, type OperationDigests } from "../drift/operations.ts";
import { driftBetween, type Published, readPublished, writePublished } from "../drift/published.ts";
import { countOf, markdownReport, plainReport } from "../drift/report.ts";
import { CommandFailure } from "../failure.ts";
import { fetchDocument } from "../fetch/fetch-document.ts";
import { askRecorded } from "../fetch/recorded-address.ts";
import { print, printAside, printError } from "../terminal.ts";
import { readSourceRecord } from "../update/source-record.ts";
import { findWorkspace, selectVendors, type Vendor } from "../workspace.ts";

interface Options {
  readonly accept?: boolean;
  readonly markdown?: boolean;
}

export function addDrift(program: Command): void {
  program
    .command("drift")
    .description("compare what vendors publish with what they published when our documents were checked")
    .argument("[vendor...]", "names of folders below specs; all when none is given")
    .option("--accept", "record what is published now as checked")
    .option("--markdown", "print the report as Markdown, and nothing when nothing changed")
    .action(drift);
}

async function drift(names: readonly string[], options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  let drifted = 0;
  const unread: string[] = [];
  for (const vendor of await selectVendors(workspace, names)) {
    const published = await readPublished(vendor);
    if (published === undefined) {
      const said =
        (await readSourceRecord(vendor)) === undefined
          ? "publishes no description that is known"
          : `is as its publisher wrote it: ${commandLine(`update ${vendor.name} --check`)} compares it`;
      if (!options.markdown) print(`${vendor.name} ${colors.dim(said)}`);
      continue;
    }
    const operations = await readOperations(vendor, published).catch((error: unknown) => {
      if (!(error instanceof CommandFailure)) throw error;
      printError(error.message);
    });
    // The others are compared all the same.
    if (operations === undefined) {
      unread.push(vendor.name);
      continue;
    }
    const found = driftBetween(published.operations, operations);
    const count = countOf(found);
    if (options.accept) await writePublished(vendor, { ...published, operations });
    else if (count > 0) drifted += 1;
    if (!options.markdown) print(plainReport(vendor.name, found));
    else if (count > 0) print(await markdownReport(vendor.name, published.url, found));
  }
  const said = [
    ...(drifted === 0
      ? []
      : [
          `${drifted} published ${drifted === 1 ? "description has" : "descriptions have"} changed. Check ours against them, then: ${commandLine("drift --accept")}`,
        ]),
    ...(unread.length === 0 ? [] : [`Not compared: ${unread.join(", ")}. See above.`]),
  ];
  if (said.length > 0) throw new CommandFailure(said.join("\n"));
}

async function readOperations(
  { name, specFolder }: Vendor,
  { url, hasQuery = false }: Published,
): Promise<OperationDigests> {
  const place = `"url" in ${specFolder}/published.json`;
  try {
    return await askRecorded({ url, hasQuery, vendor: name, place }, async (address) =>
      digestOperations((await fetchDocument(address, name)).loaded.document),
    );
  } catch (error) {
    const { DocumentError } = await import("@trunkline/generator/diagnostics");
    if (!(error instanceof DocumentError)) throw error;
    printAside(error.message);
    throw new CommandFailure(
      `What ${name} publishes cannot be read, and so not be compared. See above; if it has moved, correct ${place}.`,
      { cause: error },
    );
  }
}
