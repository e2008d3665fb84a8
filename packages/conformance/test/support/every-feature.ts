import { existsSync } from "node:fs";
import { cp } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generatePackage } from "@trunkline/generator";
import { build } from "tsdown";

/** The document in which no feature is left out. */
export const SPEC: string = fileURLToPath(new URL("../fixtures/every-feature/openapi.yaml", import.meta.url));

/** Its package: made anew for every run, within node_modules so that it finds the runtime as a user's would. */
export const FOLDER: string = fileURLToPath(
  new URL("../../node_modules/.trunkline/every-feature", import.meta.url),
);

/**
 * Generates the package of the document, and builds it.
 *
 * @param copy test files run at the same time: each has a folder of its own, `FOLDER-copy`, with a names lock of its own.
 * Without it the lock beside the document is renewed
 */
export async function makePackage(copy?: string): Promise<void> {
  const folder = copy === undefined ? FOLDER : `${FOLDER}-${copy}`;
  let spec = SPEC;
  if (copy !== undefined) {
    await cp(dirname(SPEC), `${folder}-spec`, { recursive: true });
    spec = `${folder}-spec/openapi.yaml`;
  }
  // The document stands in no folder of that name.
  const env = {
    apiKey: "EVERYTHING_API_KEY",
    accessToken: "EVERYTHING_ACCESS_TOKEN",
    exchangeKey: "EVERYTHING_EXCHANGE_KEY",
  };
  await generatePackage({
    spec,
    target: folder,
    packageName: "@trunkline/every-feature",
    house: true,
    env,
  });
  await buildPackage(folder);
}

/** Bundles a package that was generated. */
export async function buildPackage(folder: string): Promise<void> {
  await build({
    cwd: folder,
    config: false,
    tsconfig: false,
    entry: {
      index: "src/index.ts",
      ...(existsSync(`${folder}/src/webhooks.ts`) ? { webhooks: "src/webhooks.ts" } : {}),
    },
    format: ["esm", "cjs"],
    outDir: "dist",
    dts: false,
    clean: true,
    logLevel: "error",
    deps: { neverBundle: [/^@trunkline\//] },
    outExtensions: ({ format }) => ({ js: format === "cjs" ? ".cjs" : ".mjs" }),
  });
  if (!existsSync(`${folder}/dist/index.mjs`)) throw new Error(`The package in ${folder} was not built.`);
}
