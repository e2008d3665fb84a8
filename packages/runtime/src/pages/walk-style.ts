import { PagePromise } from "./page-promise.ts";
import type { PageSource } from "./style.ts";
import type { Reader, WalkStyle } from "./types.ts";

/** A style, which opens walks that it reads by itself. */
export function walkStyle(
  name: string,
  items: string,
  reader: Reader,
  isRequested: (source: PageSource) => boolean,
): WalkStyle {
  return { name, items, reader, isRequested, open: (source) => new PagePromise(source, reader) };
}
