import type { PageStyle } from "../definition.ts";
import type { WalkStyle } from "./types.ts";

/** For operations with several styles: the first one whose own field the caller gave, else the first one. */
export function firstOf(first: WalkStyle, ...others: readonly WalkStyle[]): PageStyle {
  const styles = [first, ...others];
  return {
    open: (source) => (styles.find((style) => style.isAskedFor(source)) ?? first).open(source),
  };
}
