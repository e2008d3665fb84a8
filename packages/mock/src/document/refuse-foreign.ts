import { existsSync, realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { JsonValue } from "@trunkline/document";
import { decodeEscapes } from "@trunkline/document/mock";

/**
 * Refuses a document in which a `$ref` leads to the network or out of its folder, wherever it stands: Prism follows those
 * in examples and extensions too, and a document may be a stranger's.
 *
 * @param load reads a file
 * @throws Error that names the reference
 */
export function refuseForeign(entry: string, load: (path: string) => JsonValue): void {
  const folder = realpathSync(dirname(entry));
  const open = [entry];
  const seen = new Set<string>();
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const reference of referencesIn(load(file))) {
      const path = localPath(reference, file, folder);
      if (path !== undefined && existsSync(path)) open.push(path);
    }
  }
}

/** @returns `undefined` for a place in the same file */
function localPath(reference: string, file: string, folder: string): string | undefined {
  const [address = ""] = reference.split("#");
  if (address === "") return undefined;
  const decoded = decodeEscapes(address);
  for (const text of [address, decoded]) {
    if (/^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(text)) {
      throw new Error(`${file}: the remote reference ${JSON.stringify(reference)} is not followed`);
    }
    const path = resolve(dirname(file), text);
    const real = existsSync(path) ? realpathSync(path) : path;
    const inside = relative(folder, real);
    if (inside === ".." || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
      throw new Error(
        `${file}: the reference ${JSON.stringify(reference)} leads out of the document's folder`,
      );
    }
  }
  return resolve(dirname(file), decoded);
}

/** Every `$ref` of a value, also those that are data. */
function referencesIn(value: JsonValue): readonly string[] {
  const found: string[] = [];
  const seen = new Set<object>();
  const open: JsonValue[] = [value];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null || seen.has(node)) continue;
    seen.add(node);
    for (const [key, child] of Object.entries(node)) {
      if (key === "$ref" && typeof child === "string") found.push(child);
      else open.push(child as JsonValue);
    }
  }
  return found;
}
