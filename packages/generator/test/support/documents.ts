import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import type { Diagnostic } from "../../src/diagnostics.ts";
import { DocumentError } from "../../src/diagnostics.ts";
import { readDocument } from "../../src/read/read-document.ts";
import type { LoadedDocument, ReadLimits } from "../../src/read/types.ts";

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Files in a new folder, which is gone after the test. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "trunkline-read-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

/** Reads `openapi.yaml` of some files. */
export async function read(
  files: Readonly<Record<string, string>>,
  limits: Partial<ReadLimits> = {},
  entry = "openapi.yaml",
): Promise<LoadedDocument> {
  const cwd = await folderOf(files);
  return readDocument(entry, { cwd, limits });
}

/** What reading says, thrown or not. */
export async function faultsOf(
  files: Readonly<Record<string, string>>,
  limits: Partial<ReadLimits> = {},
  entry = "openapi.yaml",
): Promise<readonly Diagnostic[]> {
  try {
    return (await read(files, limits, entry)).diagnostics;
  } catch (error) {
    if (error instanceof DocumentError) return error.diagnostics;
    throw error;
  }
}

/** `file:line severity code`, and the hint where there is one: what a row of a table can be read in. */
export function brief(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ location, severity, code, hint }) => {
    const head = `${location.file}:${location.line} ${severity} ${code}`;
    return hint === undefined ? head : `${head} | ${hint}`;
  });
}

/** A document of four lines and what follows them. */
export function yaml(rest: string, version = "3.1.0"): string {
  return `openapi: ${version}\ninfo:\n  title: T\n  version: "1"\n${rest}`;
}
