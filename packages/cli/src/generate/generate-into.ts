import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import type { GenerateResult, ImportExtension } from "@trunkline/generator";
import { readSource } from "../add/source.ts";
import { colors } from "../colors.ts";
import { commandLine } from "../command-line.ts";
import type { Limits } from "../commands/limits.ts";
import { CommandFailure } from "../failure.ts";
import { isAddress } from "../fetch/address.ts";
import { ownVersion } from "../own-version.ts";
import { packageManagerNameOf } from "../package-manager-files.ts";
import { printable } from "../printable.ts";
import { print, printAside, printProgress } from "../terminal.ts";
import { formatDiagnostics } from "./diagnostics.ts";
import { printFailure, untilStopped } from "./until-stopped.ts";
import { watchDocument } from "./watch.ts";

interface Options extends Limits {
  readonly allowRemote?: string;
  readonly check?: boolean;
  readonly envPrefix?: string;
  readonly explain?: boolean;
  readonly importExtension?: ImportExtension;
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly watch?: boolean;
}

/**
 * Writes the client of one document into a folder of an application.
 *
 * @throws CommandFailure when that cannot be done; nothing is written then
 */
export async function generateInto(out: string, names: readonly string[], options: Options): Promise<void> {
  const [from] = names;
  if (from === undefined || names.length > 1) {
    const example = commandLine("generate openapi.yaml --out src/api");
    throw new CommandFailure(`--out takes one document: ${example}`);
  }
  if (options.watch && isAddress(from))
    throw new CommandFailure(
      "--watch needs a document that is a file: a change at an address is not noticed.",
    );
  if (options.envPrefix !== undefined && !/^[A-Z][A-Z0-9_]*$/.test(options.envPrefix)) {
    throw new CommandFailure(
      `--env-prefix ${JSON.stringify(options.envPrefix)} cannot begin the name of a variable. Give capitals, such as ACME.`,
    );
  }
  if (!options.watch) return generateOnce(from, out, options);
  if (!existsSync(from))
    throw new CommandFailure(`There is no file ${from}, so that there is nothing to watch.`);
  await untilStopped(async (signal, isWatching) => {
    await watchDocument(from, signal, {
      async begin() {
        await generateOnce(from, out, options).catch((error: unknown) => {
          if (!(error instanceof CommandFailure)) throw error;
          printFailure(error);
        });
        await isWatching(dirname(resolve(from)), options.memoryLimit);
      },
      // What it depends on was told at the beginning.
      onChange: () => generateOnce(from, out, { ...options, isAgain: true }).catch(printFailure),
    });
  });
}

async function generateOnce(
  from: string,
  out: string,
  options: Options & { readonly isAgain?: boolean },
): Promise<void> {
  const done = printProgress(from);
  await using document = await local(from);
  const result = await generate(document, out, options).finally(done);
  if (options.json) print(printable(JSON.stringify(result, undefined, 2)));
  else {
    for (const line of await formatDiagnostics(result.diagnostics, options)) printAside(line);
    print(summary(out, result, options));
  }
  const stale = result.changed.length + result.removed.length;
  if (options.check && stale > 0) {
    throw new CommandFailure(
      `${stale} files in ${out} are not what the document gives. Run the command without --check, and commit the result.`,
    );
  }
}

async function generate(
  { path: spec, origin }: LocalDocument,
  out: string,
  options: Options,
): Promise<GenerateResult> {
  const { DocumentError, generateSources } = await import("@trunkline/generator");
  const { check, strict, allowRemote, envPrefix, importExtension, timeLimit, memoryLimit } = options;
  try {
    return await generateSources({
      ...{ spec, origin, out, envPrefix, importExtension, allowRemote, timeLimit, memoryLimit },
      ...{ check: check ?? false, strict: strict ?? false, once: !options.watch },
    });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    for (const line of await formatDiagnostics(error.diagnostics, options)) printAside(line);
    const count = error.diagnostics.filter(({ severity }) => severity === "error").length;
    throw new CommandFailure(
      `The document has ${count} ${count === 1 ? "fault" : "faults"}. Nothing was written.`,
      { cause: error },
    );
  }
}

interface LocalDocument extends AsyncDisposable {
  readonly path: string;
  /** The address that it was read from, without its query. */
  readonly origin?: string | undefined;
}

/** A document of an address is kept as long as this lasts. */
async function local(from: string): Promise<LocalDocument> {
  if (!isAddress(from)) return { path: from, async [Symbol.asyncDispose]() {} };
  const { bytes, url: origin } = await readSource(from, "out");
  const folder = await mkdtemp(join(tmpdir(), "trunkline-out-"));
  const path = join(folder, "openapi.yaml");
  await writeFile(path, bytes);
  return { path, origin, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

function summary(
  out: string,
  { operations, leftOut, changed, removed, files }: GenerateResult,
  { check, isAgain }: Options & { readonly isAgain?: boolean },
): string {
  const left = leftOut > 0 ? colors.yellow(`, ${leftOut} left out`) : "";
  const verb = check ? "would change" : "changed";
  const lines = [
    `${colors.green("✓")} ${relative(process.cwd(), resolve(out)) || "."} ${operations} operations${left}, ${files.length} files: ${changed.length} ${verb}, ${removed.length} removed`,
  ];
  if (!isAgain && !hasRuntime(out)) {
    const manager = packageManagerNameOf(process.cwd());
    const add = manager === "npm" ? "npm install" : `${manager} add`;
    lines.push(`\nIts one dependency:\n  ${add} @trunkline/runtime@^${ownVersion()}`);
  }
  return lines.join("\n");
}

/** Looked for, not resolved: what is installed for this command itself counts for nothing. */
function hasRuntime(out: string): boolean {
  for (let above = resolve(out); ; above = dirname(above)) {
    if (existsSync(join(above, "node_modules/@trunkline/runtime/package.json"))) return true;
    if (dirname(above) === above) return false;
  }
}
