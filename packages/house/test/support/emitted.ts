import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** Vendors whose packages are in the fixture. */
export type Vendor = "agora" | "agoralia" | "buena" | "agentref";

/**
 * A package as it was emitted and built at commit 88912b7, unpacked where it finds today's runtime: what it calls of
 * `@trunkline/runtime/client` has to go on working. The fixture holds names and texts of files, as JSON.
 */
export function emittedPackage(vendor: Vendor): URL {
  const packed = readFileSync(new URL("../fixtures/emitted-88912b7.json.br", import.meta.url));
  const files = JSON.parse(brotliDecompressSync(packed).toString()) as Record<string, string>;
  const folder = new URL("../../node_modules/.cache/emitted-88912b7/", import.meta.url);
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith(`${vendor}/`)) continue;
    const target = new URL(path, folder);
    mkdirSync(dirname(target.pathname), { recursive: true });
    writeFileSync(target, text);
  }
  return new URL(`${vendor}/`, folder);
}
