import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { JsonObject, JsonValue } from "@trunkline/document";
import { kebabCase, type Model, readModel } from "@trunkline/generator/reference";
import { findSource, type Source } from "./find-source.ts";

/** What pages are made of: data alone. */
export interface Reference {
  readonly packageName: string;
  readonly model: Model;
  /** Bundled. */
  readonly document: JsonObject;
  /** What stands in the names.lock beside the document. */
  readonly names?: JsonValue | undefined;
  /** Folder of the package, if there is one: its code runs the samples. */
  readonly folder?: string | undefined;
}

/** Options of {@link readReference}. */
export interface ReferenceOptions {
  /** Folder from which a package name is resolved. @default the current folder */
  readonly from?: string;
  /** Name that the samples import. @default the package's own, for a document the name of its client */
  readonly packageName?: string;
  /** Folder of the package that is made from the document. @default the source's own, if it is a package */
  readonly folder?: string;
  /** Option of a secret -> the environment variable that a person chose for it. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Reads all that the pages of a client are made from.
 *
 * @param source name or folder of a package, or path of a document
 * @throws Error when there is no such source, or its document cannot be read
 * @example
 * ```ts
 * import { pagesOf, readReference, writePages } from "@trunkline/docs";
 *
 * await writePages("site/reference", pagesOf([await readReference("@trunkline/agora")]));
 * ```
 */
export async function readReference(source: string, options: ReferenceOptions = {}): Promise<Reference> {
  const found: Source = await findSource(source, options.from ?? process.cwd());
  const { model, document } = await readModel(found.document, options.env);
  const packageName = options.packageName ?? found.packageName ?? nameOf(model);
  const folder = options.folder ?? found.folder;
  return { packageName, model, document, names: await namesBeside(found.document), folder };
}

async function namesBeside(document: string): Promise<JsonValue | undefined> {
  const text = await readFile(join(dirname(document), "names.lock"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
}

/** A name for the samples of a document that no package is made of yet. */
function nameOf({ client }: Model): string {
  const name = kebabCase(client.name);
  return name === "" ? "client" : name;
}
