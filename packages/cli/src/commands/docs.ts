import { once } from "node:events";
import type { Reference } from "@trunkline/docs";
import { type Command, InvalidArgumentError } from "commander";
import { colors } from "../colors.ts";
import { CommandFailure } from "../failure.ts";
import { load } from "../on-demand.ts";
import { parsePort } from "../parse-port.ts";
import { print } from "../terminal.ts";
import { exists, findWorkspace, findWorkspaceIfAny, selectVendors, type Vendor } from "../workspace.ts";

export function addDocs(program: Command): void {
  program
    .command("docs")
    .description(
      "serve a site about clients: a page for each method with a sample, types, webhooks, options, search, llms.txt",
    )
    .argument(
      "[source...]",
      "vendors of the workspace (all of them when none is given), packages' names or folders, or paths of documents",
    )
    .option("--build <folder>", "write the site into this folder and exit; what was in it is removed")
    .option("--base <path>", "beginning of the site's addresses, such as /docs/ (default: /)", parseBase)
    .option("--title <words>", "name of the site (default: that of the package)")
    .option("--port <number>", "port on 127.0.0.1; a free one when not given", parsePort)
    .option("--markdown <folder>", "write plain Markdown into this folder in place of a site")
    .action(docs);
}

interface DocsFlags {
  readonly build: string | undefined;
  readonly base: string | undefined;
  readonly title: string | undefined;
  readonly port: number | undefined;
  readonly markdown: string | undefined;
}

async function docs(sources: readonly string[], flags: DocsFlags): Promise<void> {
  const { markdown } = flags;
  const { pagesOf, readReference, writePages } = await load("@trunkline/docs", process.cwd());
  const references: Reference[] = [];
  for (const { source, ...options } of await wanted(sources))
    references.push(await readReference(source, options));
  if (markdown === undefined) return await site(references, flags);
  const count = await writePages(markdown, pagesOf(references));
  print(`${count} files in ${markdown}; begin with index.md`);
}

async function site(references: readonly Reference[], flags: DocsFlags): Promise<void> {
  const { buildSite, serveSite } = await load("@trunkline/docs/site", process.cwd());
  const { build, base, port } = flags;
  const title = flags.title ?? references.map(({ packageName }) => packageName).join(", ");
  const content = { title, references, ...(base === undefined ? {} : { base }) };
  if (build !== undefined) {
    const { pages, missing } = await buildSite({ ...content, out: build });
    tellMissing(missing);
    return print(`${pages} pages in ${build}`);
  }
  const server = await serveSite({ ...content, port }).catch((error: Error & { code?: string }) => {
    if (error.code === "EADDRINUSE") throw new CommandFailure(`Port ${port} is taken. Choose another.`);
    throw error;
  });
  tellMissing(server.missing);
  print(`${server.pages} pages at ${colors.bold(server.url)} (Ctrl+C ends it)`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await server.close();
}

function tellMissing(missing: readonly string[]): void {
  for (const one of missing) print(`Samples do not run: ${one}`);
}

function parseBase(text: string): string {
  const inner = text.replace(/^\/+|\/+$/g, "");
  if (/^[\w.~/-]*$/.test(inner) && !inner.split("/").includes("..")) return inner === "" ? "/" : `/${inner}/`;
  throw new InvalidArgumentError("A base is a path such as /docs/.");
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
