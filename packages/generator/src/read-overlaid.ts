import { dirname, join, resolve } from "node:path";
import { readDocument } from "./read/read-document.ts";
import type { LoadedDocument, ReadOptions } from "./read/types.ts";
import { readIfThere } from "./read-if-there.ts";

/** The overlays beside a document, which apply wherever it is read. */
export type Overlays = Pick<ReadOptions, "overlay" | "examples">;

/**
 * Finds the overlays of a document: `overlay.yaml` beside it, which a person writes, and `examples.overlay.yaml`, which
 * `add` and `update` make.
 *
 * @param spec path of the document
 * @returns their absolute paths
 */
export async function findOverlays(spec: string): Promise<Overlays> {
  const [overlay, examples] = await Promise.all(
    ["overlay.yaml", "examples.overlay.yaml"].map(async (name) => {
      const path = join(dirname(resolve(spec)), name);
      return (await readIfThere(path)) === undefined ? undefined : path;
    }),
  );
  return { ...(overlay === undefined ? {} : { overlay }), ...(examples === undefined ? {} : { examples }) };
}

/**
 * Reads a document with the overlays beside it, as packages are made from it.
 *
 * @param cwd what reported places are relative to @default the working directory
 * @throws {DocumentError} with every fault that was found, each with its place
 */
export async function readOverlaid(spec: string, cwd: string = "."): Promise<LoadedDocument> {
  return readDocument(spec, { cwd, ...(await findOverlays(spec)) });
}
