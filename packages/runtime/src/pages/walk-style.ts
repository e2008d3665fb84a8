import { PagePromise } from "./page-promise.ts";
import type { PageSource } from "./style.ts";
import type { Reader, WalkStyle } from "./types.ts";

/**
 * A style, which opens walks that it reads by itself.
 *
 * @param requested what the arguments say of the page
 * @param start what they say of the first one
 */
export function walkStyle(
  name: string,
  items: string,
  reader: Reader,
  requested: (source: PageSource) => unknown,
  start?: number,
): WalkStyle {
  return {
    name,
    items,
    reader,
    isRequested: (source) => requested(source) !== undefined,
    isStart: (source) => start !== undefined && Number(requested(source)) === start,
    open: (source) => new PagePromise(source, reader),
  };
}
