import { lstat, readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { recordFault } from "@trunkline/document";
import { makeBounded } from "./bounded/run-bounded.ts";
import type { GenerateResult } from "./generate.ts";
import { type ImportExtension, importExtensionFor, withImportExtension } from "./import-extension.ts";
import type { MakeInput } from "./make-package.ts";
import { readIfThere, readJsonIfThere } from "./read-if-there.ts";
import { findOverlays } from "./read-overlaid.ts";
import { applyChanges, compareFiles } from "./write/write-files.ts";

export interface GenerateSourcesOptions {
  /** Path of the document. */
  readonly spec: string;
  /**
   * Where the document comes from, as `trunkline.json` names it.
   *
   * @default its path from the folder
   */
  readonly origin?: string | undefined;
  /** Folder for the client: a folder of its own in the sources of an application. */
  readonly out: string;
  /**
   * Beginning of the environment variables that options of secrets are read from: `ACME` lets `apiKey` be read from
   * `ACME_API_KEY`.
   * @default no variable is read
   */
  readonly envPrefix?: string | undefined;
  /**
   * How the files import each other.
   *
   * @default what the nearest tsconfig.json above the folder needs, `.js` without one
   */
  readonly importExtension?: ImportExtension | undefined;
  /**
   * Write nothing; the result says what would change.
   *
   * @default false
   */
  readonly check?: boolean;
  /**
   * Treat warnings as errors.
   *
   * @default false
   */
  readonly strict?: boolean;
  /**
   * The one origin that refs may lead to besides files below the document's folder.
   * @default none
   */
  readonly allowRemote?: string | undefined;
  /**
   * This program does not run the same document again: what is kept for a further run is let go at once.
   *
   * @default false
   */
  readonly once?: boolean;
  /**
   * How long a document may compute, in seconds; beyond that it is refused.
   *
   * @default 10
   */
  readonly timeLimit?: number | undefined;
  /**
   * How much memory a document may take, in megabytes; beyond that it is refused.
   *
   * @default 1000
   */
  readonly memoryLimit?: number | undefined;
}

const MANIFEST = "trunkline.json";

/**
 * Makes a client as source files of an application: not a package of its own, and with the runtime as the only import.
 * Beside them it writes names.lock, and `trunkline.json`, which lists the files: only those files are written over or
 * removed.
 *
 * @throws DocumentError when the document has faults; it lists all of them
 * @throws Error for a folder that holds files of another origin
 * @example
 * await generateSources({ spec: "openapi.yaml", out: "src/api" });
 */
export async function generateSources(options: GenerateSourcesOptions): Promise<GenerateResult> {
  const out = resolve(options.out);
  const ours = await ownFiles(out);
  const lockPath = join(out, "names.lock");
  const lock = await readIfThere(lockPath);
  const input: MakeInput = {
    spec: options.spec,
    // Neither is part of a source file.
    packageName: "client",
    existing: { version: "0.0.0", changelog: undefined },
    workspace: false,
    house: false,
    strict: options.strict ?? false,
    once: options.once ?? false,
    allowRemote: options.allowRemote,
    ...(await findOverlays(options.spec)),
    person: { folder: options.envPrefix ?? "", readsEnvironment: options.envPrefix !== undefined },
    lock: lock === undefined ? undefined : { text: lock, path: lockPath },
    applicableFaults: undefined,
  };
  const bounds = { seconds: options.timeLimit ?? 10, megabytes: options.memoryLimit ?? 1000 };
  const { files: made, ...result } = await makeBounded(input, bounds);
  const extension = options.importExtension ?? importExtensionFor(out);
  const files = new Map<string, string>();
  for (const [name, text] of made) {
    if (name.startsWith("src/")) files.set(name.slice(4), withImportExtension(text, extension));
    else if (name === "names.lock") files.set(name, text);
  }
  files.set(MANIFEST, manifestText(out, options, [...files.keys()]));
  const changes = await compareFiles(out, files, []);
  const foreign: string[] = [];
  for (const name of changes.changed)
    if (!ours.has(name) && (await isThere(join(out, name)))) foreign.push(name);
  if (foreign.length > 0) {
    throw new Error(
      `${join(options.out, foreign[0] ?? "")} is not listed in ${join(options.out, MANIFEST)}, so it is not ours to write over. Move it, or choose another folder. Nothing was written.`,
    );
  }
  const removed: string[] = [];
  for (const name of ours) if (!files.has(name) && (await isThere(join(out, name)))) removed.push(name);
  if (!options.check) await applyChanges({ target: out, files, changes: { ...changes, removed } });
  return { files: [...files.keys()], changed: changes.changed, removed: removed.sort(), ...result };
}

/** The files that the last run made. */
async function ownFiles(out: string): Promise<ReadonlySet<string>> {
  const path = join(out, MANIFEST);
  const wayOut = "Restore it, or choose another folder.";
  const manifest = await readJsonIfThere(path, wayOut);
  if (manifest === undefined) {
    const names = await readdir(out).catch(() => []);
    if (names.length === 0) return new Set();
    throw new Error(
      `${path} is missing, and the folder is not empty: what is in it is not ours to write over. Choose an empty folder, or one that is not there. Nothing was written.`,
    );
  }
  const { version, files } = manifest;
  const isList = Array.isArray(files) && files.every((one) => typeof one === "string");
  if (version !== 1 || !isList) throw new Error(`${path} ${recordFault(version, "a list of files", wayOut)}`);
  return new Set([...(files as string[]), MANIFEST]);
}

function manifestText(
  out: string,
  { spec, origin }: GenerateSourcesOptions,
  names: readonly string[],
): string {
  const manifest = {
    version: 1,
    about: "Made by trunkline: what is listed here is written over, everything else is left alone.",
    document: origin ?? relative(out, resolve(spec)).replaceAll("\\", "/"),
    files: [...names].sort(),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
