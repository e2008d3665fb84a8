import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type JsonObject, listOf, objectOf, type Read, textOf } from "@trunkline/document";
import {
  type DocumentFile,
  type DocumentOperation,
  documentExtension,
  openDocument,
  readOperations,
} from "@trunkline/mock/document";
import type { ClientModule, LockedNames, Target } from "./types.ts";

/** A client package as its folder shows it: nothing but the shipped files is read. */
export interface ClientPackage {
  readonly folder: string;
  readonly name: string;
  /** Class name of the client. */
  readonly client: string;
  readonly document: DocumentFile;
  /** The document's `x-trunkline`. */
  readonly extension: Read<"document">;
  /** Operations that the client must offer, in the document's order. */
  readonly operations: readonly DocumentOperation[];
  /** Those that names.lock knows. */
  readonly targets: readonly Target[];
  /** What names.lock knows of the options of secrets, by id of the scheme. */
  readonly credentials: JsonObject;
  /** Routes that names.lock knows and the document does not. */
  readonly strays: readonly string[];
  /** It is a client of another generator, which is called through an adapter. */
  readonly isAdapted?: boolean | undefined;
  load(): Promise<ClientModule>;
}

/** @throws Error when the folder is not a client package */
export function readPackage(folder: string | URL): ClientPackage {
  const root = folder instanceof URL || folder.startsWith("file:") ? fileURLToPath(folder) : resolve(folder);
  const manifest = readJson(root, "package.json");
  const trunkline = objectOf(manifest.trunkline);
  const document = openDocument(shipped(root, textOf(trunkline.document) ?? "openapi.yaml"));
  const lock = readJson(root, textOf(trunkline.names) ?? "names.lock");
  const locked = objectOf(lock.operations);
  const operations = readOperations(document).filter(
    ({ extension, route }) => extension.skip !== true && !document.guesses.leftOut.has(route),
  );
  const client = textOf(lock.client) ?? textOf(trunkline.client);
  if (client === undefined) throw new Error(`${root}: names.lock does not name the client class.`);
  return {
    folder: root,
    name: textOf(manifest.name) ?? root,
    client,
    document,
    extension: documentExtension(document),
    operations,
    targets: operations.flatMap((operation) => {
      const names = locked[operation.route];
      return names === undefined ? [] : [{ operation, names: readNames(objectOf(names)) }];
    }),
    credentials: objectOf(lock.credentials),
    strays: Object.keys(locked).filter((route) => !operations.some((operation) => operation.route === route)),
    load: async () => (await import(pathToFileURL(entryOf(root, manifest)).href)) as ClientModule,
  };
}

/** A secret of a scheme as names.lock records it: its option, and the variable that it is read from. */
export function lockedSecret(
  pack: Pick<ClientPackage, "credentials">,
  scheme: string,
  role: "secret" | "username" | "password" | "key",
): { readonly option: string; readonly env: string | undefined } | undefined {
  const { option, env } = objectOf(objectOf(pack.credentials[scheme])[role]);
  return typeof option === "string" ? { option, env: textOf(env) } : undefined;
}

function shipped(root: string, file: string): string {
  const path = join(root, file);
  if (existsSync(path)) return path;
  const isOther = file !== "package.json" && existsSync(join(root, "package.json"));
  throw new Error(
    `${root} is not a client package: ${file} is missing.${isOther ? " A client of another generator is called through an adapter: trunkline conformance openapi.yaml --client adapter.mjs, or runFaults(document, { adapter })." : ""}`,
  );
}

function readJson(root: string, file: string): JsonObject {
  return objectOf(JSON.parse(readFileSync(shipped(root, file), "utf8")));
}

function readNames(names: JsonObject): LockedNames {
  const strings = (value: unknown): readonly string[] =>
    listOf(value).filter((one): one is string => typeof one === "string");
  return {
    id: textOf(names.id) ?? "",
    resource: textOf(names.resource) ?? "",
    method: textOf(names.method) ?? "",
    walk: textOf(names.walk),
    bulk: textOf(names.bulk),
    paged: names.paged === true,
    media: textOf(names.media),
    aliases: strings(names.aliases),
    path: strings(names.path),
    body: textOf(names.body) ?? "none",
    nested: Object.fromEntries(
      Object.entries(objectOf(names.nested)).map(([group, name]) => [group, String(name)]),
    ),
  };
}

/** The file that `import` of the package's name gives. */
function entryOf(root: string, manifest: JsonObject): string {
  let entry: unknown = objectOf(manifest.exports)["."] ?? manifest.exports ?? manifest.main;
  while (typeof entry === "object" && entry !== null) {
    const conditions = objectOf(entry);
    entry = conditions.import ?? conditions.node ?? conditions.default;
  }
  const file = typeof entry === "string" ? entry : "index.js";
  const path = join(root, file);
  if (!existsSync(path)) throw new Error(`${path} does not exist. Build the package first.`);
  return path;
}
