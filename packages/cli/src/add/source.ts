import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { CommandFailure } from "../failure.ts";

/** A document that is to become a vendor's. */
export interface Source {
  /** YAML. */
  readonly text: string;
  /** What was read, before anything was done to it. */
  readonly bytes: string;
  /** Where it came from, as SOURCES.md names it: an address, or a file's name. */
  readonly origin: string;
  /** Address that it can be read from again. */
  readonly url: string | undefined;
  /** SHA-256 of what was read. */
  readonly digest: string;
  /** `info.title`, on one line. */
  readonly title: string;
  /** The same as Markdown that shows just that. */
  readonly markdownTitle: string;
}

/** Bytes, as the generator's own limit for a file. */
const LARGEST = 32 * 1024 * 1024;

/**
 * Reads a document from a path or an https address.
 *
 * @throws CommandFailure when it cannot be read
 * @throws DocumentError when it is no document
 */
export async function readSource(from: string): Promise<Source> {
  const isUrl = /^https?:\/\//i.test(from);
  const bytes = isUrl ? await download(new URL(from)) : await readLocal(from);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const text = bytes.toString("utf8");
  const folder = await mkdtemp(join(tmpdir(), "trunkline-add-"));
  try {
    let entry = from;
    if (isUrl) {
      entry = join(folder, "openapi.yaml");
      await writeFile(entry, bytes);
    }
    const { markdownText, readDocument } = await import("@trunkline/generator");
    const loaded = await readDocument(entry);
    const info = loaded.document.info as { readonly title?: unknown } | undefined;
    const title = plain(typeof info?.title === "string" ? info.title : "API");
    return {
      // A document of one YAML file keeps its comments and order; others become one file.
      text: isYaml(text) && isWhole(text) ? text : loaded.text,
      bytes: text,
      origin: isUrl ? from : basename(from),
      url: isUrl ? from : undefined,
      digest,
      title,
      markdownTitle: markdownText(title),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readLocal(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new CommandFailure(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      cause: error,
    });
  }
}

/** Reads an https address, within bounds of time and size. */
export async function download(url: URL): Promise<Buffer> {
  const isLoopback = ["127.0.0.1", "[::1]", "localhost"].includes(url.hostname);
  if (url.protocol !== "https:" && !isLoopback) {
    throw new CommandFailure(`${url.href} is not encrypted. Use https, or download the document yourself.`);
  }
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    throw new CommandFailure(`${url.href} cannot be reached: ${(error as Error).message}`, { cause: error });
  }
  if (!response.ok) throw new CommandFailure(`${url.href} answers with ${response.status}.`);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length > LARGEST) throw new CommandFailure(`${url.href} is larger than ${LARGEST} bytes.`);
  return bytes;
}

function isYaml(text: string): boolean {
  return !/^\s*\{/.test(text);
}

/** No reference leads to another file. */
function isWhole(text: string): boolean {
  return !/\$ref["']?\s*:\s*["']?[^#"'\s]/.test(text);
}

function plain(text: string): string {
  return text
    .replace(/[\p{C}\p{Z}\s|]+/gu, " ")
    .trim()
    .slice(0, 200);
}
