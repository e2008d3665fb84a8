import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { objectOf, textOf } from "@trunkline/document";
import { MockUsageError } from "@trunkline/document/mock";

/**
 * Finds the document that `source` stands for: a package name, a package folder or a document's path.
 *
 * @throws MockUsageError that says where it looked
 */
export function documentPath(source: string | URL, from?: string | URL): string {
  const path = resolve(baseFolder(from), pathText(source));
  if (existsSync(path) && !statSync(path).isDirectory()) return path;
  return packageDocument(packageFolder(source, from));
}

/**
 * Finds the folder of a package by its name, or takes the folder that `source` is.
 *
 * @throws MockUsageError that says where it looked
 */
export function packageFolder(source: string | URL, from?: string | URL): string {
  const text = pathText(source);
  const base = baseFolder(from);
  const path = resolve(base, text);
  if (existsSync(path)) return path;
  if (!isPackageName(text)) throw new MockUsageError(`There is no document or package folder at ${path}.`);
  // A command is often started outside the package that holds the dependency: its script's folder counts too.
  const places = [base, ...(process.argv[1] === undefined ? [] : [dirname(process.argv[1])])];
  for (const place of places) {
    try {
      return dirname(createRequire(join(place, "-")).resolve(`${text}/package.json`));
    } catch {
      // The next place may know it.
    }
  }
  throw new MockUsageError(
    `The package "${text}" cannot be resolved from ${places.join(" or ")}. ` +
      "Install it there, or give the path of its folder.",
  );
}

/** Anything else can only be a path. */
function isPackageName(text: string): boolean {
  return /^(?:@[\w.~-]+\/)?[\w~-][\w.~-]*$/.test(text) && !/\.(?:ya?ml|json)$/i.test(text);
}

function pathText(source: string | URL): string {
  return source instanceof URL ? fileURLToPath(source) : source;
}

function baseFolder(from: string | URL | undefined): string {
  if (from === undefined) return process.cwd();
  const path = from instanceof URL || from.startsWith("file:") ? fileURLToPath(from) : resolve(from);
  return existsSync(path) && statSync(path).isDirectory() ? path : dirname(path);
}

function packageDocument(folder: string): string {
  const manifest = join(folder, "package.json");
  const fields = existsSync(manifest) ? objectOf(JSON.parse(readFileSync(manifest, "utf8"))) : {};
  const document = join(folder, textOf(objectOf(fields.trunkline).document) ?? "openapi.yaml");
  if (!existsSync(document))
    throw new MockUsageError(
      `${folder} ships no OpenAPI document: ${document} does not exist (the "document" of "trunkline" in package.json).`,
    );
  return document;
}
