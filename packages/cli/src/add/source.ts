import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { LoadedDocument } from "@trunkline/generator";
import { CommandFailure } from "../failure.ts";
import { documentAddress, isAddress, recordedAddress } from "../fetch/address.ts";
import { fetchDocument } from "../fetch/fetch-document.ts";
import { formatDiagnostics } from "../generate/diagnostics.ts";
import { printAside } from "../terminal.ts";
import { publishedFiles } from "./published-files.ts";

/** A document of somebody else's, as it is published. */
export interface Source {
  /** What is kept: what was read, byte for byte; where that is several files, one YAML file of them. */
  readonly bytes: Uint8Array;
  /** Path -> bytes of each file, where they are several: they are kept beside that one. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What they say. */
  readonly document: LoadedDocument["document"];
  /** Where it came from, as Markdown: an address, or a file's name. */
  readonly origin: string;
  /** Address that it can be read from again, without its query. */
  readonly url: string | undefined;
  /** The address had a query, which may hold a secret and is written nowhere. */
  readonly hasQuery: boolean;
  /** What a server calls it: `application/json`. */
  readonly mediaType: string | undefined;
  /** SHA-256 of what was read. */
  readonly digest: string;
  /** What was found in files that are not kept: what is kept of them is sound, and says nothing of it. */
  readonly untold: Pick<LoadedDocument, "diagnostics" | "leftOut">;
  /** Version that it was written in, where it was converted. */
  readonly convertedFrom: string | undefined;
  /** `info.title`, on one line. */
  readonly title: string;
  /** The same as Markdown that shows just that. */
  readonly markdownTitle: string;
}

/**
 * Reads a document from a path or an https address.
 *
 * @param vendor whose it will be: a header field for it may stand in the environment
 *
 * @throws CommandFailure when it cannot be read
 * @throws DocumentError when it is not a document
 */
export async function readSource(from: string, vendor: string): Promise<Source> {
  const address = isAddress(from) ? documentAddress(from, "The document's address") : undefined;
  const read = address === undefined ? await readLocal(from) : await fetchDocument(address, vendor);
  const { bytes, loaded } = read;
  const { markdownText } = await import("@trunkline/generator");
  const text = Buffer.from(bytes).toString("utf8");
  const info = loaded.document.info as { readonly title?: unknown } | undefined;
  const title = plain(typeof info?.title === "string" ? info.title : "API");
  const isOne = loaded.files.length === 1 && isWhole(text);
  const url = address === undefined ? undefined : recordedAddress(address);
  return {
    bytes: isOne ? bytes : Buffer.from(loaded.text),
    files: isOne ? new Map() : publishedFiles(loaded.files),
    untold: isOne ? { diagnostics: [], leftOut: [] } : loaded,
    convertedFrom: loaded.convertedFrom,
    document: loaded.document,
    origin: url ?? markdownText(basename(from)),
    url,
    hasQuery: address !== undefined && address.search !== "",
    mediaType: "mediaType" in read ? read.mediaType : undefined,
    digest: createHash("sha256").update(bytes).digest("hex"),
    title,
    markdownTitle: markdownText(title),
  };
}

async function readLocal(path: string): Promise<{ bytes: Uint8Array; loaded: LoadedDocument }> {
  const { readDocument } = await import("@trunkline/generator");
  try {
    // A pipe may never end.
    if ((await stat(path)).isFile()) return { loaded: await readDocument(path), bytes: await readFile(path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new CommandFailure(`${path} cannot be read (${code}).`, { cause: error });
  }
  throw new CommandFailure(`${path} is not a file. Give the path of an OpenAPI document.`);
}

/** Prints what was found in files that are not kept. */
export async function tellUntold({ untold }: Source): Promise<void> {
  for (const line of await formatDiagnostics(untold.diagnostics, {})) printAside(line);
}

/** No reference leads to another file. */
export function isWhole(text: string): boolean {
  return !/\$ref["']?\s*:\s*["']?[^#"'\s]/.test(text);
}

/** A text on one line, for a table. */
export function plain(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}\s|]+/gu, " ")
    .trim()
    .slice(0, 200);
}
