import { readPointer } from "../pointer.ts";
import { PageError } from "./page-error.ts";
import { PagePromise } from "./page-promise.ts";
import type { PageStyle } from "./style.ts";
import type { PageAnswer, Reader, WalkStyle } from "./types.ts";

/**
 * For operations with several styles: the one whose own field the caller gave. Where none was given, the first whose
 * items the answer has: so a vendor that answers in one of several shapes is walked by the shape that it answers in.
 */
export function firstOf(first: WalkStyle, ...others: readonly WalkStyle[]): PageStyle {
  const styles = [first, ...others];
  return {
    open: (source) => {
      const named = styles.find((style) => style.isRequested(source));
      // The first page is the same one, however it is requested.
      const requested = named?.isStart(source) ? undefined : named;
      const read: Reader["read"] = (answer) =>
        styleOf(styles, named ?? first, requested, answer).reader.read(answer);
      return new PagePromise(source, { ...(named ?? first).reader, read });
    },
  };
}

function styleOf(
  styles: readonly WalkStyle[],
  usual: WalkStyle,
  requested: WalkStyle | undefined,
  answer: PageAnswer,
): WalkStyle {
  const fits = ({ items }: WalkStyle): boolean => Array.isArray(readPointer(answer.body, items));
  const fitting = fits(usual) ? usual : styles.find(fits);
  if (requested && fitting && fitting.items !== requested.items) {
    throw new PageError(
      `The pages were asked for by ${requested.name}, but the answer has its items at ${fitting.items}, as pages by ${fitting.name} have. Ask by ${fitting.name}.`,
      answer.source,
      answer.params,
    );
  }
  return fitting ?? usual;
}
