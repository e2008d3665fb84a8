import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { LoadedDocument } from "@trunkline/generator";
import { CommandFailure } from "../failure.ts";
import { documentAddress, isAddress, recordedAddress } from "../fetch/address.ts";
import { fetchDocument } from "../fetch/fetch-document.ts";
import { headerFor } from "../fetch/header.ts";

/** A document that is to become a vendor's. */
export interface Source {
  /** YAML. */
  readonly text: string;
  /** The same as it is shipped: one file, without aliases. */
  readonly bundled: string;
  /** What the text says. */
  readonly document: LoadedDocument["document"];
  /** Where it came from, as Markdown: an address, or a file's name. */
  readonly origin: string;
  /** Address that it can be read from again, without its query. */
  readonly url: string | undefined;
  /** The address had a query, which may hold a secret and is written nowhere. */
  readonly hasQuery: boolean;
  /** SHA-256 of what was read. */
  readonly digest: string;
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
 * @throws DocumentError when it is no document
 */
export async function readSource(from: string, vendor: string): Promise<Source> {
  const address = isAddress(from) ? documentAddress(from, "The document's address") : undefined;
  const { bytes, loaded } =
    address === undefined ? await readLocal(from) : await fetchDocument(address, headerFor(vendor));
  const { markdownText } = await import("@trunkline/generator");
  const text = Buffer.from(bytes).toString("utf8");
  const info = loaded.document.info as { readonly title?: unknown } | undefined;
  const title = plain(typeof info?.title === "string" ? info.title : "API");
  const url = address === undefined ? undefined : recordedAddress(address);
  return {
    // A document of one YAML file keeps its comments and order; others become one file, and so does what is converted.
    text: isYaml(text) && isWhole(text) && loaded.convertedFrom === undefined ? text : loaded.text,
    convertedFrom: loaded.convertedFrom,
    get bundled() {
      return loaded.text;
    },
    document: loaded.document,
    origin: url ?? markdownText(basename(from)),
    url,
    hasQuery: address !== undefined && address.search !== "",
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

/** Whether a document is YAML that is not JSON. */
export function isYaml(text: string): boolean {
  return !/^\s*\{/.test(text);
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
