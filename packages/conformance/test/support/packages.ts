import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type GenerateOptions, type GenerateResult, generatePackage } from "@trunkline/generator";
import { build } from "tsdown";

/** Within node_modules, so that packages find the runtime as a user's would. */
const HOME = new URL("../../node_modules/.trunkline/", import.meta.url);

/**
 * All documents are written to one place, one after the other: the generator keeps the thread that has made a package
 * for the next change of the same document, and to load one takes ten times as long as to make a small package.
 */
const PLACE = `document-${process.env.VITEST_POOL_ID ?? process.pid}/`;

export interface ClientOptions extends Partial<Pick<GenerateOptions, "packageName" | "house" | "env">> {
  /** The names lock beside the document. @default none */
  readonly lock?: string;
}

export interface MadeClient extends Pick<GenerateResult, "diagnostics"> {
  readonly folder: string;
}

/** Folder of the package that is made under this name. */
export function folderOf(name: string): string {
  return fileURLToPath(new URL(name, HOME));
}

/**
 * Generates and builds the package of a document, anew.
 *
 * @param name of the package's folder; two test files use different ones, because they may run at the same time
 */
export async function makeClient(
  name: string,
  document: object | string,
  { lock, packageName = name, ...options }: ClientOptions = {},
): Promise<MadeClient> {
  const place = folderOf(PLACE);
  const folder = folderOf(name);
  await Promise.all([place, folder].map((one) => rm(one, { recursive: true, force: true })));
  await mkdir(place, { recursive: true });
  const text = typeof document === "string" ? document : JSON.stringify(document);
  await writeFile(`${place}openapi.yaml`, text);
  if (lock !== undefined) await writeFile(`${place}names.lock`, lock);
  const spec = `${place}openapi.yaml`;
  const { diagnostics } = await generatePackage({ ...options, spec, target: folder, packageName });
  await buildPackage(folder);
  return { folder, diagnostics };
}

/** A document of `fixtures/NAME` and its names lock. */
export async function readFixture(
  name: string,
): Promise<{ readonly document: string; readonly lock: string }> {
  const [document, lock] = await Promise.all([
    readFile(fixture(name, "openapi.yaml"), "utf8"),
    readFile(fixture(name, "names.lock"), "utf8"),
  ]);
  return { document, lock };
}

/** The package of `fixtures/NAME`; the names lock beside the document is renewed, as `trunkline generate` does it. */
export async function makeFixture(name: string, options: ClientOptions = {}): Promise<MadeClient> {
  const { document, lock } = await readFixture(name);
  const packageName = `@trunkline/${name}`;
  const made = await makeClient(name, document, { packageName, lock, ...options });
  const renewed = await readFile(`${made.folder}/names.lock`, "utf8");
  if (renewed !== lock) await writeFile(fixture(name, "names.lock"), renewed);
  return made;
}

function fixture(name: string, file: string): URL {
  return new URL(`../fixtures/${name}/${file}`, import.meta.url);
}

/** Bundles a package that was generated. */
async function buildPackage(folder: string): Promise<void> {
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
