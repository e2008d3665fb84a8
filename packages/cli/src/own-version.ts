import { readFileSync } from "node:fs";

/** The version of this package. Its manifest is one folder above what is built, and one above the sources. */
export function ownVersion(): string {
  const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { version: string }).version;
}
