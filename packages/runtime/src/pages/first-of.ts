import { readPointer } from "../pointer.ts";
import { pageError } from "./page-error.ts";
import { PagePromise } from "./page-promise.ts";
import type { PageStyle } from "./style.ts";
import type { PageAnswer, Reader, WalkStyle } from "./types.ts";

/**
 * For operations with several ways of paging: takes the one whose request field the caller gave. If the caller gave
 * none, takes the first whose items are in the answer, so that a vendor that answers in one of several shapes is walked
 * by the shape of its answer.
 */
export function firstOf(first: WalkStyle, ...others: readonly WalkStyle[]): PageStyle {
  const styles = [first, ...others];
  return {
    open: (source) => {
      // Several may ask alike, and have their items in different places.
      const byArguments = styles.filter((style) => style.isRequested(source));
      const [usual = first] = byArguments;
      // The first page is the same one, however it is requested.
      const requested = usual.isStart(source) ? [] : byArguments;
      const read: Reader["read"] = (answer) =>
        styleOf([...byArguments, ...styles], requested, answer).reader.read(answer);
      return new PagePromise(source, { ...usual.reader, read });
    },
  };
}

/** @param styles the first that fits counts; the first of all where none does */
function styleOf(
  styles: readonly WalkStyle[],
  requested: readonly WalkStyle[],
  answer: PageAnswer,
): WalkStyle {
  const fitting = styles.find(({ items }) => Array.isArray(readPointer(answer.body, items)));
  const [asked] = requested;
  if (asked && fitting && requested.every(({ items }) => items !== fitting.items)) {
    throw pageError(
      answer,
      `The pages were asked for by ${asked.name}, but the answer has its items at ${fitting.items}, as pages by ${fitting.name} have. Ask by ${fitting.name}.`,
    );
  }
  return fitting ?? (styles[0] as WalkStyle);
}
