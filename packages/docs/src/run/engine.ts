import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * One script for a worker: a client's package, bundled for browsers, and answers of documents in place of the network.
 *
 * @param folder of the package, built or in TypeScript
 * @throws Error where it cannot be bundled
 */
export async function bundleEngine(folder: string): Promise<string> {
  const entry = [join(folder, "dist/index.mjs"), join(folder, "src/index.ts")].find((path) =>
    existsSync(path),
  );
  if (entry === undefined) throw new Error(`${folder} has neither dist/index.mjs nor src/index.ts to run.`);
  const { resolve } = createRequire(import.meta.url);
  const worker = fileURLToPath(new URL("./run/worker.js", import.meta.url));
  const contents = [
    `import * as client from ${JSON.stringify(entry)};`,
    `import { compiledFetch } from ${JSON.stringify(join(dirname(resolve("@trunkline/mock-fetch/package.json")), "dist/compiled.js"))};`,
    `import { openEngine } from ${JSON.stringify(worker)};`,
    "openEngine(client, compiledFetch);",
  ].join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}
