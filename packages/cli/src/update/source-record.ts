import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { isObject, recordFault } from "@trunkline/document";
import { readPublishedFile } from "../add/published-files.ts";
import type { Source } from "../add/source.ts";
import { digestOperations } from "../drift/operations.ts";
import { CommandFailure } from "../failure.ts";
import { printable } from "../printable.ts";
import { readJsonObject } from "../read-json.ts";
import type { Vendor } from "../workspace.ts";

/** `specs/<vendor>/source.json`: where a document of somebody else's was published, and what was read there. */
export interface SourceRecord {
  readonly version: 1;
  /** An https address without its query, or a path from the workspace's folder. */
  readonly origin: string;
  /** The address was given with a query, which is not recorded: it may hold a secret. */
  readonly hasQuery?: boolean;
  /** The day it was read, by the calendar of UTC. */
  readonly date: string;
  /** SHA-256 of what was read. */
  readonly digest: string;
  /** SHA-256 of `openapi.yaml`, which is another where several files were made one. */
  readonly document: string;
  /** What the server called it: `application/json`. */
  readonly mediaType?: string;
  readonly operations: number;
  /** SHA-256 of each file in `source/`, where it was published as several: what `openapi.yaml` is made of. */
  readonly files?: Readonly<Record<string, string>>;
}

/** @returns `undefined` for a document that is written in the workspace itself */
export async function readSourceRecord(vendor: Vendor): Promise<SourceRecord | undefined> {
  const place = `${vendor.specFolder}/source.json`;
  const record = await readJsonObject(recordPath(vendor.spec), place);
  if (record === undefined) return undefined;
  const texts = [record.origin, record.date, record.digest, record.document];
  const isWhole =
    record.version === 1 &&
    texts.every((one) => typeof one === "string") &&
    typeof record.operations === "number" &&
    ["boolean", "undefined"].includes(typeof record.hasQuery) &&
    ["string", "undefined"].includes(typeof record.mediaType) &&
    (record.files === undefined || isListOfDigests(record.files));
  if (isWhole) return record as unknown as SourceRecord;
  throw new CommandFailure(`${place} ${recordFault(record.version, "a record of a source", "Restore it.")}`);
}

/** @param from path or address, as a person typed it */
export function sourceRecord(root: string, from: string, source: Source): SourceRecord {
  const { url, hasQuery, mediaType, digest, bytes, document } = source;
  const files = [...source.files].map(([path, content]): [string, string] => [path, digestOf(content)]);
  return {
    version: 1,
    origin: url ?? relative(root, resolve(from)).replaceAll("\\", "/"),
    ...(hasQuery ? { hasQuery } : {}),
    date: new Date().toISOString().slice(0, 10),
    digest,
    document: digestOf(bytes),
    ...(mediaType === undefined ? {} : { mediaType }),
    operations: Object.keys(digestOperations(document)).length,
    ...(files.length === 0 ? {} : { files: Object.fromEntries(files) }),
  };
}

/** @param spec path of the document that the record lies beside */
export async function writeSourceRecord(spec: string, record: SourceRecord): Promise<void> {
  // A path may hold what a terminal obeys.
  await writeFile(recordPath(spec), `${printable(JSON.stringify(record, undefined, 2))}\n`);
}

/** Whether the document is what was read: a change by hand would be lost with the next update. */
export async function isAsRead({ spec }: Vendor, { document, files = {} }: SourceRecord): Promise<boolean> {
  for (const [path, digest] of Object.entries(files)) {
    const bytes = await readPublishedFile(spec, path);
    if (bytes === undefined || digestOf(bytes) !== digest) return false;
  }
  return digestOf(await readFile(spec)) === document;
}

/** Whether the same was read as before, whatever day it was. */
export function isSameSource(a: SourceRecord, b: SourceRecord): boolean {
  const told = ({ origin, digest, files = {} }: SourceRecord): string =>
    JSON.stringify([origin, digest, Object.entries(files)]);
  return told(a) === told(b);
}

function isListOfDigests(files: unknown): files is Readonly<Record<string, string>> {
  return isObject(files) && Object.values(files).every((one) => typeof one === "string");
}

function recordPath(spec: string): string {
  return join(dirname(spec), "source.json");
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
