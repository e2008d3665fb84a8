import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { here, installed } from "../folders.ts";

/** A document of the bench, as it was listed before the first run. */
export interface Stranger {
  readonly package: string;
  readonly version: string;
  /** Path in the package. */
  readonly file: string;
  readonly sha256: string;
  readonly openapi: string;
  readonly operations: number;
  readonly kilobytes: number;
  /** Errors that Redocly's `spec` ruleset finds; with none the document is sound. */
  readonly errors: number;
}

/** The documents of the list, in its order. */
export async function listedStrangers(): Promise<readonly Stranger[]> {
  return JSON.parse(await readFile(`${here}strangers.json`, "utf8")) as readonly Stranger[];
}

/**
 * Where a document lies.
 *
 * @throws Error where it is not the one that was listed
 */
export async function pathOf({ package: name, file, sha256 }: Stranger): Promise<string> {
  const path = installed(`${name}/${file}`);
  const digest = createHash("sha256")
    .update(await readFile(path))
    .digest("hex");
  if (digest !== sha256) throw new Error(`${name}/${file} is not the document that was listed.`);
  return path;
}

/** `hetzner.cloud`, `2.0/petstore-simple`: short, and one for each document. */
export function titleOf({ file }: Stranger): string {
  return file.replace(/^api\/|\.json$/g, "").replace("/json/", "/");
}
