import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { checkDocument } from "./check/check-document.ts";
import { type Diagnostic, DocumentError } from "./diagnostics.ts";
import { emitManifest } from "./emit/package/manifest.ts";
import { emitRaw } from "./emit/package/raw.ts";
import { emitSchema } from "./emit/package/schema.ts";
import { staticFiles } from "./emit/package/static-files.ts";
import { emitVersion } from "./emit/package/version.ts";
import { emitReadme } from "./emit/readme/readme.ts";
import { emitSources } from "./emit/typescript/sources.ts";
import { formatFiles } from "./format/biome.ts";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/types.ts";
import { formatLock, type NamesLock, parseLock } from "./names/lock.ts";
import { readDocument } from "./read/read-document.ts";
import type { LoadedDocument } from "./read/types.ts";
import { verifyOutput } from "./verify/verify-output.ts";
import { applyChanges, compareFiles } from "./write/write-files.ts";

export interface GenerateOptions {
  /** Path of the document. The names lock is kept beside it, in `names.lock`. */
  readonly spec: string;
  /** Folder of the package. */
  readonly target: string;
  /** Such as `@acme/petstore`. */
  readonly packageName: string;
  /**
   * Write nothing; the result tells what would change.
   * @default false
   */
  readonly check?: boolean;
  /**
   * The package is part of a pnpm workspace that has the runtime and a catalog.
   * @default true
   */
  readonly workspace?: boolean;
  /**
   * The document must meet the rules of a hand-written one: an example for every body and parameter, a first, middle,
   * last and empty page for every list.
   * @default false
   */
  readonly house?: boolean;
  /**
   * Warnings are errors.
   * @default false
   */
  readonly strict?: boolean;
}

export interface GenerateResult {
  /** Every file of the package that the generator makes, relative to the package. */
  readonly files: readonly string[];
  /** Files that were new or different. */
  readonly changed: readonly string[];
  /** Files that the document no longer gives. */
  readonly removed: readonly string[];
  readonly operations: number;
  /** Warnings and guesses. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the package of one document. All is read, checked, emitted, formatted and verified before the first byte is
 * written; a failure leaves the package as it was.
 *
 * @throws DocumentError when the document has faults; it lists all of them.
 * @example
 * await generatePackage({ spec: "specs/acme/openapi.yaml", target: "packages/acme", packageName: "@acme/client" });
 */
export async function generatePackage(options: GenerateOptions): Promise<GenerateResult> {
  const target = resolve(options.target);
  const lockFolder = dirname(resolve(options.spec));
  const loaded = await readDocument(options.spec);
  const checked = [
    ...loaded.diagnostics,
    ...(await checkDocument(loaded, { house: options.house ?? false })),
  ];
  refuseFaults(checked, options);

  const model = buildModel(loaded, await readLock(join(lockFolder, "names.lock")));
  const diagnostics = [...checked, ...model.diagnostics];
  refuseFaults(diagnostics, options);

  const files = await formatFiles(await emitPackage(loaded, model, target, options));
  const faults = verifyOutput(files, { model, document: loaded.document, packageName: options.packageName });
  if (faults.length > 0) {
    throw new Error(`The emitted package is not what the generator meant to write:\n${faults.join("\n")}`);
  }

  const lock = new Map([["names.lock", files.get("names.lock") ?? ""]]);
  const [changes, lockChanges] = await Promise.all([
    compareFiles(target, files),
    compareFiles(lockFolder, lock, []),
  ]);
  if (!options.check) {
    await applyChanges(target, files, changes);
    await applyChanges(lockFolder, lock, lockChanges);
  }
  return { files: [...files.keys()], ...changes, operations: model.operations.length, diagnostics };
}

async function emitPackage(
  loaded: LoadedDocument,
  model: Model,
  target: string,
  { packageName, workspace = true }: GenerateOptions,
): Promise<Map<string, string>> {
  const kept = { version: await readVersion(target) };
  return new Map([
    ["package.json", emitManifest(model, { packageName, workspace, kept })],
    ["README.md", emitReadme(model, { packageName })],
    // Release tooling writes the change log; a new package gets its heading.
    ["CHANGELOG.md", (await readIfThere(join(target, "CHANGELOG.md"))) ?? `# ${packageName}\n`],
    ["openapi.yaml", loaded.text],
    ["names.lock", formatLock(model.lock)],
    ...staticFiles,
    ...emitSources(model),
    ["src/raw.ts", emitRaw(model)],
    ["src/schema.ts", await emitSchema(loaded.document)],
    ["src/version.ts", emitVersion(kept.version)],
  ]);
}

function refuseFaults(diagnostics: readonly Diagnostic[], { strict = false }: GenerateOptions): void {
  const isFault = ({ severity }: Diagnostic): boolean =>
    severity === "error" || (strict && severity === "warning");
  if (!diagnostics.some(isFault)) return;
  throw new DocumentError(
    diagnostics.map((diagnostic) =>
      isFault(diagnostic) ? { ...diagnostic, severity: "error" } : diagnostic,
    ),
  );
}

/** Release tooling owns the version; a new package starts at 0.1.0. */
async function readVersion(target: string): Promise<string> {
  const text = await readIfThere(join(target, "package.json"));
  if (text === undefined) return "0.1.0";
  const { version } = JSON.parse(text) as { version?: unknown };
  if (typeof version === "string") return version;
  throw new Error(
    `${join(target, "package.json")} has no version. Restore it, or remove the file to start at 0.1.0.`,
  );
}

async function readLock(path: string): Promise<NamesLock | undefined> {
  const text = await readIfThere(path);
  return text === undefined ? undefined : parseLock(text, path);
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
