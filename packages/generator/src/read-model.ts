import { basename, dirname, join, resolve } from "node:path";
import type { JsonObject } from "@trunkline/document";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/types.ts";
import { parseLock } from "./names/parse-lock.ts";
import { readIfThere } from "./read-if-there.ts";
import { readOverlaid } from "./read-overlaid.ts";

/** A document, and what its package says. */
export interface ReadModel {
  readonly model: Model;
  /** Bundled, with what overlays change. */
  readonly document: JsonObject;
}

/**
 * The model of the client that a document gives, under the names of the lock beside it.
 *
 * @param spec path of the document; `names.lock` and the overlays are read from its folder when they are there
 * @param env option of a secret -> the variable that a person chose for it
 * @throws DocumentError when the document cannot be read
 */
export async function readModel(spec: string, env?: Readonly<Record<string, string>>): Promise<ReadModel> {
  const folder = dirname(resolve(spec));
  const lock = join(folder, "names.lock");
  const [loaded, names] = await Promise.all([readOverlaid(spec), readIfThere(lock)]);
  const parsed = names === undefined ? undefined : parseLock(names, lock);
  const model = buildModel(loaded, parsed, { folder: basename(folder), env });
  return { model, document: loaded.document };
}
