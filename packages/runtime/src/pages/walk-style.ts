import type { PageSource } from "../definition.ts";
import { PagePromise } from "./page-promise.ts";
import type { Reader, WalkStyle } from "./types.ts";

/** A style, which opens walks that it reads by itself. */
export function walkStyle(
  name: string,
  items: string,
  reader: Reader,
  isAskedFor: (source: PageSource) => boolean,
): WalkStyle {
  return { name, items, reader, isAskedFor, open: (source) => new PagePromise(source, reader) };
}
