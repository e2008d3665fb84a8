import { basename, dirname, join, resolve } from "node:path";
import type { JsonObject } from "@trunkline/document";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/types.ts";
import { parseLock } from "./names/parse-lock.ts";
import { readIfThere } from "./read-if-there.ts";
import { readOverlaid } from "./read-overlaid.ts";

/** A document, and the model of its client. */
export interface ReadModel {
  readonly model: Model;
  /** The document in one piece, with its overlays applied. */
  readonly document: JsonObject;
}

/**
 * Reads a document and makes the model of its client. It uses the names of the `names.lock`, and the overlays, in the
 * document's folder, if there are any.
 *
 * @param spec path of the document
 * @param env environment variables that replace the document's, by the name of the option that takes the secret
 * @throws DocumentError if the document cannot be read
 */
export async function readModel(spec: string, env?: Readonly<Record<string, string>>): Promise<ReadModel> {
  const folder = dirname(resolve(spec));
  const lock = join(folder, "names.lock");
  const [loaded, names] = await Promise.all([readOverlaid(spec), readIfThere(lock)]);
  const parsed = names === undefined ? undefined : parseLock(names, lock);
  const model = buildModel(loaded, parsed, { folder: basename(folder), env });
  return { model, document: loaded.document };
}
