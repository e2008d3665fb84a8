import { dirname, join, relative, resolve } from "node:path";
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
