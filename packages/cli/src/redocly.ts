import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The command line of Redocly, run by this Node: a command and its arguments. */
export function redocly(...args: readonly string[]): readonly string[] {
  const manifest = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
  return [process.execPath, join(dirname(manifest), "bin/cli.js"), ...args];
}
