import type { Reference } from "@trunkline/docs";
import type { Command } from "commander";
import { load } from "../on-demand.ts";
import { print } from "../terminal.ts";
import { exists, findWorkspace, findWorkspaceIfAny, selectVendors, type Vendor } from "../workspace.ts";

export function addDocs(program: Command): void {
  program
    .command("docs")
    .description(
      "write reference pages of clients: a page for each method, types, webhooks, options, llms.txt",
    )
    .argument(
      "[source...]",
      "vendors of the workspace (all of them when none is given), packages' names or folders, or paths of documents",
    )
    .requiredOption("--markdown <folder>", "write plain Markdown into this folder")
    .action(docs);
}

async function docs(sources: readonly string[], { markdown }: { readonly markdown: string }): Promise<void> {
  const { pagesOf, readReference, writePages } = await load("@trunkline/docs", process.cwd());
  const references: Reference[] = [];
  for (const { source, ...options } of await wanted(sources))
    references.push(await readReference(source, options));
  const count = await writePages(markdown, pagesOf(references));
  print(`${count} files in ${markdown}; begin with index.md`);
}

interface Wanted {
  readonly source: string;
  readonly packageName?: string;
  readonly env?: Readonly<Record<string, string>>;
}

async function wanted(sources: readonly string[]): Promise<readonly Wanted[]> {
  if (sources.length === 0) {
    const workspace = await findWorkspace(process.cwd());
    return Promise.all((await selectVendors(workspace, [])).map(ofVendor));
  }
  const workspace = await findWorkspaceIfAny(process.cwd());
  return Promise.all(
    sources.map((source) => {
      const vendor = workspace?.vendors.find(({ name }) => name === source);
      return vendor === undefined ? { source } : ofVendor(vendor);
    }),
  );
}

/** The package of a vendor, or its document while it has none. */
async function ofVendor({ target, spec, packageName, env }: Vendor): Promise<Wanted> {
  const source = (await exists(`${target}/package.json`)) ? target : spec;
  return { source, packageName, ...(env === undefined ? {} : { env }) };
}
