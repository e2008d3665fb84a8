import { dirname, join, relative, resolve } from "node:path";
import { readDocument } from "./read/read-document.ts";
import type { LoadedDocument } from "./read/types.ts";
import { readIfThere } from "./read-if-there.ts";

/**
 * The overlay that changes a document wherever it is read: `overlay.yaml` beside it.
 *
 * @param spec path of the document
 * @returns its path, from the working directory; `undefined` where there is none
 */
export async function findOverlay(spec: string): Promise<string | undefined> {
  const path = join(dirname(resolve(spec)), "overlay.yaml");
  return (await readIfThere(path)) === undefined ? undefined : relative(".", path);
}

/**
 * Reads a document as packages are made of it: with the overlay that lies beside it.
 *
 * @param cwd what reported places are relative to @default the working directory
 * @throws {DocumentError} with every fault that was found, each with its place
 */
export async function readOverlaid(spec: string, cwd: string = "."): Promise<LoadedDocument> {
  const overlay = await findOverlay(spec);
  return readDocument(spec, { cwd, ...(overlay === undefined ? {} : { overlay: resolve(overlay) }) });
}
