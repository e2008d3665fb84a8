import type { Command } from "commander";
import pc from "picocolors";
import { digestOperations, type OperationDigests } from "../drift/operations.ts";
import {
  type Drift,
  driftBetween,
  type Published,
  queryVariable,
  readPublished,
  writePublished,
} from "../drift/published.ts";
import { CommandFailure } from "../failure.ts";
import { documentAddress } from "../fetch/address.ts";
import { fetchDocument } from "../fetch/fetch-document.ts";
import { findWorkspace, selectVendors, type Vendor } from "../workspace.ts";

interface Options {
  readonly accept?: boolean;
  readonly markdown?: boolean;
}

export function addDrift(program: Command): void {
  program
    .command("drift")
    .description("compare the descriptions that vendors publish with what they were when ours was checked")
    .argument("[vendor...]", "names of folders below specs; all when none is given")
    .option("--accept", "take what is published now as checked")
    .option("--markdown", "print the report as Markdown, and nothing when nothing changed")
    .action(drift);
}

async function drift(names: readonly string[], options: Options): Promise<void> {
  const workspace = await findWorkspace(process.cwd());
  let drifted = 0;
  for (const vendor of selectVendors(workspace, names)) {
    const published = await readPublished(vendor);
    if (published === undefined) {
      if (!options.markdown)
        process.stdout.write(`${vendor.name} ${pc.dim("publishes no description that is known")}\n`);
      continue;
    }
    const operations = await readOperations(vendor, published);
    const found = driftBetween(published.operations, operations);
    const count = found.added.length + found.changed.length + found.removed.length;
    if (options.accept) await writePublished(vendor, { ...published, operations });
    else if (count > 0) drifted += 1;
    if (options.markdown)
      process.stdout.write(count === 0 ? "" : markdown(vendor.name, published.url, found));
    else process.stdout.write(plain(vendor.name, found, count));
  }
  if (drifted > 0) {
    throw new CommandFailure(
      `${drifted} published ${drifted === 1 ? "description has" : "descriptions have"} changed. Check ours against them, then: trunkline drift --accept`,
    );
  }
}

async function readOperations(
  vendor: Vendor,
  { url, hasQuery = false }: Published,
): Promise<OperationDigests> {
  const address = documentAddress(url, `"url" in specs/${vendor.name}/published.json`);
  const variable = queryVariable(vendor);
  const query = process.env[variable] ?? "";
  if (address.search === "") address.search = query;
  try {
    return digestOperations((await fetchDocument(address)).loaded.document);
  } catch (error) {
    const { DocumentError } = await import("@trunkline/generator/diagnostics");
    if (error instanceof DocumentError) {
      process.stderr.write(`${error.message}\n`);
      throw new CommandFailure(
        `What ${vendor.name} publishes cannot be read, and so not be compared. See above; if it has moved, correct "url" in specs/${vendor.name}/published.json.`,
        { cause: error },
      );
    }
    if (!(error instanceof CommandFailure) || !hasQuery || address.search !== "") throw error;
    throw new CommandFailure(
      `${error.message} The address was added with a query, which is not recorded: give it in ${variable}.`,
      { cause: error },
    );
  }
}

function plain(name: string, drift: Drift, count: number): string {
  const lines = linesOf(drift).map(([what, route]) => `  ${what.padEnd(8)} ${route}\n`);
  return `${name} ${count === 0 ? pc.dim("as it was") : pc.yellow(`${count} changed`)}\n${lines.join("")}`;
}

function markdown(name: string, url: string, drift: Drift): string {
  const lines = linesOf(drift).map(([what, route]) => `- [ ] ${what}: \`${route.replaceAll("`", "")}\``);
  return `## ${name}\n\n<${url}>\n\n${lines.join("\n")}\n\n`;
}

function linesOf({ added, changed, removed }: Drift): [string, string][] {
  return [
    ...added.map((route): [string, string] => ["added", route]),
    ...changed.map((route): [string, string] => ["changed", route]),
    ...removed.map((route): [string, string] => ["removed", route]),
  ];
}
