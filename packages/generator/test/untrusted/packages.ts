import { readFile } from "node:fs/promises";
import { emitManifest } from "../../src/emit/package/manifest.ts";
import { emitRaw } from "../../src/emit/package/raw.ts";
import { emitSchema } from "../../src/emit/package/schema.ts";
import { staticFiles } from "../../src/emit/package/static-files.ts";
import { emitVersion } from "../../src/emit/package/version.ts";
import { emitReadme } from "../../src/emit/readme/readme.ts";
import { emitSources } from "../../src/emit/typescript/sources.ts";
import { buildModel } from "../../src/model/build.ts";
import { formatLock } from "../../src/names/lock.ts";
import type { Origin } from "../../src/verify/verify-output.ts";
import { read } from "../support/documents.ts";

/** The files of a package that is as it should be, and what they were made of. */
export function shopPackage(): Promise<ShopPackage> {
  made ??= make();
  return made;
}

let made: Promise<ShopPackage> | undefined;

interface ShopPackage {
  readonly files: ReadonlyMap<string, string>;
  readonly origin: Origin;
}

async function make(): Promise<ShopPackage> {
  const text = await readFile(new URL("../support/shop.yaml", import.meta.url), "utf8");
  const loaded = await read({ "openapi.yaml": text });
  const model = buildModel(loaded);
  const packageName = "@acme/shop";
  const files = new Map([
    ["package.json", emitManifest(model, { packageName, workspace: false, kept: { version: "1.0.0" } })],
    ["README.md", emitReadme(model, { packageName })],
    ["CHANGELOG.md", ""],
    ["openapi.yaml", loaded.text],
    ["names.lock", formatLock(model.lock)],
    ...staticFiles,
    ...emitSources(model),
    ["src/raw.ts", emitRaw(model)],
    ["src/schema.ts", await emitSchema(loaded.document)],
    ["src/version.ts", emitVersion("1.0.0")],
  ]);
  return { files, origin: { model, document: loaded.document, packageName } };
}
