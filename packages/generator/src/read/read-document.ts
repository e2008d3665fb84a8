import { basename, dirname, resolve } from "node:path";
import { DocumentFiles } from "./document-files.ts";
import { FileReader, sourceFile } from "./files.ts";
import { defaultLimits } from "./limits.ts";
import { ParsedFiles } from "./parsed-files.ts";
import { Reading } from "./reading.ts";
import { allowedOrigin } from "./remote.ts";
import type { LoadedDocument, ReadOptions } from "./types.ts";

/**
 * Reads an OpenAPI document and the files below its folder that it refers to, as one. Swagger 2.0 is read as OpenAPI 3.0.
 *
 * @param entry path of the main document, YAML or JSON
 * @throws {DocumentError} with every fault that was found, each with its place
 *
 * @example
 * const { document, text } = await readDocument("specs/agora/openapi.yaml");
 */
export async function readDocument(entry: string, options: ReadOptions = {}): Promise<LoadedDocument> {
  const cwd = resolve(options.cwd ?? ".");
  const path = resolve(cwd, entry);
  const origin = options.allowRemote === undefined ? undefined : allowedOrigin(options.allowRemote);
  const beside = (file: string | undefined): string | undefined =>
    file === undefined ? undefined : resolve(cwd, file);
  const limits = { ...defaultLimits, ...options.limits };
  const reader = new FileReader(dirname(path), cwd, limits, origin);
  const { parsed = new ParsedFiles() } = options;
  const files = new DocumentFiles({ entry: basename(path), reader, limits, parsed });
  await files.load(new Map([[files.entry, undefined]]));
  return new Reading(files, cwd, origin).run(beside(options.overlay), beside(options.examples));
}

/** A document that was fetched from an address that a person typed. */
export interface FetchedDocument {
  /** Its address. What it refers to is relative to this address, and must be of the same origin. */
  readonly address: URL;
  /** The name under which its faults are reported. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /**
   * A header field that authenticates at its origin. It is also sent with requests for the files that the document
   * refers to.
   */
  readonly header?: readonly [name: string, value: string] | undefined;
}

/**
 * Reads a document that was fetched, in the way that {@link readDocument} reads a file. Further files are read from its
 * own origin only.
 *
 * @throws {DocumentError} with every fault that was found, each with its place
 */
export async function readFetchedDocument(
  { address, name, bytes, header }: FetchedDocument,
  { limits: given, parsed = new ParsedFiles() }: Pick<ReadOptions, "limits" | "parsed"> = {},
): Promise<LoadedDocument> {
  const limits = { ...defaultLimits, ...given };
  // The query may hold a secret, and is not part of where a file stands.
  const key = `${address.origin}${address.pathname}`;
  const reader = new FileReader(key, key, limits, address, { header });
  const files = new DocumentFiles({ entry: key, reader, limits, parsed });
  files.take(key, sourceFile(key, name, bytes), undefined);
  return new Reading(files, key, address).run(undefined, undefined);
}
