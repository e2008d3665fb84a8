import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type JsonObject, objectOf, readExtension, textOf } from "@trunkline/document";
import { parse } from "yaml";
import { CommandFailure } from "../failure.ts";
import { namedSource } from "../named-source.ts";

/** A client as its package ships it. */
export interface ClientPackage {
  readonly name: string;
  /** Name of the client's class. */
  readonly client: string;
  readonly document: JsonObject;
  /** Route -> what `names.lock` says of it. */
  readonly operations: Readonly<Record<string, JsonObject>>;
  /** Makes a quota of what the document says that the API allows; undefined where it says nothing. */
  loadQuota(): Promise<unknown>;
  /** What the package exports. */
  load(): Promise<Readonly<Record<string, unknown>>>;
}

/**
 * The client of a vendor of the workspace, of an installed package, or of one of ours by its short name.
 *
 * @throws CommandFailure where there is none
 */
export async function clientPackage(source: string): Promise<ClientPackage> {
  const folder = await folderOf(source);
  const manifest = objectOf(JSON.parse(await readFile(join(folder, "package.json"), "utf8")));
  const { document = "openapi.yaml", names = "names.lock" } = objectOf(manifest.trunkline);
  const shipped = async (file: unknown): Promise<string> =>
    await readFile(join(folder, String(file)), "utf8").catch(() => {
      throw new CommandFailure(`${source} is not a client that Trunkline made: it ships no ${String(file)}.`);
    });
  const parsed = objectOf(parse(await shipped(document), { maxAliasCount: -1 }));
  const lock = objectOf(JSON.parse(await shipped(names)));
  return {
    name: textOf(manifest.name) ?? source,
    client: String(lock.client),
    document: parsed,
    operations: objectOf(lock.operations) as Readonly<Record<string, JsonObject>>,
    loadQuota: async () => {
      const { quotas } = readExtension("document", parsed);
      if (quotas === undefined || quotas.length === 0) return undefined;
      const runtime = dirname(createRequire(join(folder, "-")).resolve("@trunkline/runtime/package.json"));
      const { exports } = objectOf(JSON.parse(await readFile(join(runtime, "package.json"), "utf8")));
      const entry = objectOf(objectOf(objectOf(exports)["./quota"]).import).default;
      const { memoryQuota } = (await import(pathToFileURL(join(runtime, String(entry))).href)) as {
        memoryQuota(): unknown;
      };
      return memoryQuota();
    },
    load: async () => {
      const entry = objectOf(objectOf(objectOf(manifest.exports)["."]).import).default;
      const file = join(folder, String(entry ?? manifest.main));
      if (!existsSync(file)) throw new CommandFailure(`${source} is not built yet: ${file} is missing.`);
      return (await import(pathToFileURL(file).href)) as Readonly<Record<string, unknown>>;
    },
  };
}

async function folderOf(source: string): Promise<string> {
  let failure: unknown;
  const named = await namedSource(source).catch((error: unknown) => {
    failure = error;
    return source;
  });
  if (existsSync(join(resolve(named), "package.json"))) return resolve(named);
  for (const name of [named, `@trunkline/${named}`]) {
    for (const place of [join(process.cwd(), "-"), import.meta.url]) {
      try {
        return dirname(createRequire(place).resolve(`${name}/package.json`));
      } catch {
        // Asked for elsewhere.
      }
    }
  }
  throw (
    failure ??
    new CommandFailure(
      `There is no client ${JSON.stringify(source)} here. Install its package, or run: npx -p @trunkline/cli -p @trunkline/${source} trunkline bulk ${source} …`,
    )
  );
}
