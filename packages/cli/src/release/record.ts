import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { isObject, recordFault } from "@trunkline/document";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { readJsonObject } from "../read-json.ts";
import type { Vendor } from "../workspace.ts";

/** `specs/<vendor>/released/releases.json`: what was released, so that a change can be compared with it. */
export interface ReleaseRecord {
  readonly version: 1;
  /** Released version -> digests of its files; the files of the last one stand beside the record. */
  readonly releases: Readonly<Record<string, Release>>;
}

/** SHA-256 of what a release was made of. */
export interface Release {
  /** Of `openapi.yaml`, bundled as the package ships it. */
  readonly document: string;
  /** Of `surface.json`. */
  readonly surface: string;
}

/** The record of a vendor that has no release yet. */
export const emptyRecord: string = formatRecord({ version: 1, releases: {} });

/** Folder of a vendor's record. */
export function recordFolder(vendor: Vendor): string {
  return join(dirname(vendor.spec), "released");
}

/** @throws CommandFailure when there is no record: it must say that nothing was released, if that is so. */
export async function readRecord(vendor: Vendor): Promise<ReleaseRecord> {
  const path = join(recordFolder(vendor), "releases.json");
  const place = `${vendor.specFolder}/released/releases.json`;
  const record = await readJsonObject(path, place);
  if (record === undefined) {
    throw new CommandFailure(
      `${place} is missing, so nothing can be said about changes. Restore it; for a package that was never released: ${commandLine(`release ${vendor.name} --none`)}`,
    );
  }
  const { version, releases } = record;
  if (version === 1 && isObject(releases) && Object.values(releases).every(isRelease)) {
    return { version, releases: releases as unknown as ReleaseRecord["releases"] };
  }
  throw new CommandFailure(`${place} ${recordFault(version, "a record of releases", "Restore it.")}`);
}

function isRelease(value: unknown): boolean {
  return isObject(value) && typeof value.document === "string" && typeof value.surface === "string";
}

/** The record as a file: versions in the order of their releases. */
export function formatRecord(record: ReleaseRecord): string {
  return `${JSON.stringify(record, undefined, 2)}\n`;
}

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
