import type { PageStyle } from "../definition.ts";
import { readPointer } from "../pointer.ts";
import { PageError } from "./page-error.ts";
import { PagePromise } from "./page-promise.ts";
import type { PageAnswer, Reader, WalkStyle } from "./types.ts";

/**
 * For operations with several styles: the one whose own field the caller gave. Where none was given, the first whose
 * items the answer has: so a vendor that answers in one of several shapes is walked by the shape that it answers in.
 */
export function firstOf(first: WalkStyle, ...others: readonly WalkStyle[]): PageStyle {
  const styles = [first, ...others];
  return {
    open: (source) => {
      const asked = styles.find((style) => style.isAskedFor(source));
      const read: Reader["read"] = (answer) => styleOf(styles, asked, answer).reader.read(answer);
      return new PagePromise(source, { ...(asked ?? first).reader, read });
    },
  };
}

function styleOf(styles: readonly WalkStyle[], asked: WalkStyle | undefined, answer: PageAnswer): WalkStyle {
  const fits = ({ items }: WalkStyle): boolean => Array.isArray(readPointer(answer.body, items));
  const usual = asked ?? styles[0];
  const fitting = usual && fits(usual) ? usual : styles.find(fits);
  if (asked && fitting && fitting.items !== asked.items) {
    throw new PageError(
      `The pages were asked for by ${asked.name}, but the answer has its items at ${fitting.items}, as pages by ${fitting.name} have. Ask by ${fitting.name}.`,
      answer.source,
      answer.params,
    );
  }
  return (fitting ?? usual) as WalkStyle;
}
