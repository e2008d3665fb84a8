import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type JsonValue, objectOf, textOf } from "@trunkline/document";
import { MockUsageError } from "@trunkline/document/mock";
import { parse } from "yaml";

/** A parsed document and its names.lock, for `createMockFetch` and `compileDocument`. */
export interface ReadDocument {
  /** The parsed document. */
  readonly document: unknown;
  /** The parsed names.lock of the same folder; `undefined` if there is none. */
  readonly names: unknown;
}

/**
 * Reads the document of a package, or the document at a path.
 *
 * @param source name or folder of a package, or path of a document without references to other files
 * @param from folder, or file URL of a module, from which names and relative paths are resolved. Default: the working
 * directory
 * @throws MockUsageError if there is no document; it says where it looked
 *
 * @example
 * const { document, names } = readDocument("@trunkline/agora", import.meta.url);
 * const mock = createMockFetch(document, { names });
 */
export function readDocument(source: string | URL, from?: string | URL): ReadDocument {
  const path = documentPath(source instanceof URL ? fileURLToPath(source) : source, folderOf(from));
  const lock = join(dirname(path), "names.lock");
  return {
    document: parse(readFileSync(path, "utf8"), { merge: true }),
    names: existsSync(lock) ? JSON.parse(readFileSync(lock, "utf8")) : undefined,
  };
}

function folderOf(from: string | URL | undefined): string {
  if (from === undefined) return process.cwd();
  const path = from instanceof URL || from.startsWith("file:") ? fileURLToPath(from) : resolve(from);
  return existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
}

function documentPath(source: string, from: string): string {
  const path = resolve(from, source);
  if (existsSync(path)) return statSync(path).isDirectory() ? shippedBy(path) : path;
  try {
    return shippedBy(dirname(createRequire(join(from, "-")).resolve(`${source}/package.json`)));
  } catch (error) {
    if (error instanceof MockUsageError) throw error;
    throw new MockUsageError(
      `There is no document or folder at ${path}, and no package "${source}" can be resolved from ${from}.`,
    );
  }
}

function shippedBy(folder: string): string {
  const manifest = join(folder, "package.json");
  const fields = existsSync(manifest)
    ? objectOf(JSON.parse(readFileSync(manifest, "utf8")) as JsonValue)
    : {};
  const document = join(folder, textOf(objectOf(fields.trunkline).document) ?? "openapi.yaml");
  if (existsSync(document)) return document;
  throw new MockUsageError(
    `${folder} ships no OpenAPI document: ${document} does not exist (the "document" of "trunkline" in package.json).`,
  );
}
