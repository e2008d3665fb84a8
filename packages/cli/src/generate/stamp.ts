import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { GenerateResult } from "@trunkline/generator";
import type { Vendor } from "../workspace.ts";
import { digestFile, digestFiles, digestOf, listFiles } from "./digest.ts";

/**
 * What a package was made of and what came out, so that the next run knows whether anything differs. It is kept in
 * `node_modules/.cache`, which no clone and no package has: there, everything is made anew.
 */
export interface Stamp {
  readonly version: 1;
  /** Document, options and generator. */
  readonly inputs: string;
  /** The names lock, which is read and written. */
  readonly lock: string;
  /** Every file that was made, and the names of all files in folders where no other may be. */
  readonly outputs: string;
  readonly result: Pick<GenerateResult, "files" | "operations" | "leftOut" | "diagnostics">;
}

const LOCK = "names.lock";

/**
 * Digest of all that a package is made of but its names lock.
 *
 * @param settings digests and options that count besides the document's files
 */
export async function digestInputs(vendor: Vendor, settings: readonly unknown[]): Promise<string> {
  const folder = dirname(vendor.spec);
  // Whatever they are called: a document may refer to any of them.
  const names = (await listFiles(folder)).filter((name) => name !== LOCK);
  return digestOf(JSON.stringify([await digestFiles(folder, names), vendor.packageName, ...settings]));
}

/** The result of the last run, when neither its inputs nor its outputs have changed since. */
export async function unchangedResult(
  vendor: Vendor,
  root: string,
  inputs: string,
): Promise<GenerateResult | undefined> {
  const stamp = await readStamp(stampPath(root, vendor));
  if (stamp === undefined || stamp.inputs !== inputs) return undefined;
  const [lock, outputs] = await Promise.all([
    digestFile(join(dirname(vendor.spec), LOCK)),
    digestOutputs(vendor.target, stamp.result.files),
  ]);
  if (lock !== stamp.lock || outputs !== stamp.outputs) return undefined;
  return { ...stamp.result, changed: [], removed: [] };
}

/** Records a package that is what its inputs give. */
export async function recordResult(
  vendor: Vendor,
  root: string,
  inputs: string,
  { files, operations, leftOut, diagnostics }: GenerateResult,
): Promise<void> {
  const [lock = "", outputs] = await Promise.all([
    digestFile(join(dirname(vendor.spec), LOCK)),
    digestOutputs(vendor.target, files),
  ]);
  const stamp: Stamp = {
    version: 1,
    inputs,
    lock,
    outputs,
    result: { files, operations, leftOut, diagnostics },
  };
  const path = stampPath(root, vendor);
  await mkdir(dirname(path), { recursive: true });
  // Two runs may end at once; a reader must not see half of either.
  const temporary = `${path}.${process.pid}`;
  await writeFile(temporary, JSON.stringify(stamp));
  await rename(temporary, path);
}

/** Where the stamp of a vendor stands. */
export function stampPath(root: string, { name }: Vendor): string {
  return join(root, "node_modules/.cache/trunkline", `${name}.json`);
}

async function digestOutputs(target: string, files: readonly string[]): Promise<string> {
  const [made, src, test] = await Promise.all([
    digestFiles(target, files),
    listFiles(join(target, "src")),
    listFiles(join(target, "test")),
  ]);
  return digestOf(JSON.stringify([made, src, test]));
}

async function readStamp(path: string): Promise<Stamp | undefined> {
  try {
    const stamp = JSON.parse(await readFile(path, "utf8")) as Partial<Stamp>;
    return stamp.version === 1 && stamp.result !== undefined ? (stamp as Stamp) : undefined;
  } catch {
    // Not there, or not whole: the package is made anew.
    return undefined;
  }
}
