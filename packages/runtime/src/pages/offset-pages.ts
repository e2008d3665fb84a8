import { refuseOtherPosition, requestedNumber, unlessLacking } from "./position.ts";
import { type Field, itemsOf, readField, statedNumber, writeField } from "./reading.ts";
import type { PageAnswer, PageReading, WalkStyle } from "./types.ts";
import { walkAhead } from "./walk-ahead.ts";
import { walkStyle } from "./walk-style.ts";

/** Pages that are asked for by the number of items to skip. */
export interface OffsetPagesOptions {
  /** Pointer of the items in the answer; "" = the answer is the array. */
  readonly items: string;
  /** Request field of the offset. */
  readonly offset: Field;
  /** Pointer of the number of all items. */
  readonly total?: string | undefined;
  /** Pointer of the page size that the server used. */
  readonly answeredLimit?: string | undefined;
  /** Pointer of the offset that the server used. */
  readonly answeredOffset?: string | undefined;
}

/**
 * Walks by offset. The next offset is the last one plus the number of items that came, whatever page size was asked
 * for. The walk ends at the total; without a total, at an empty page or at one that is shorter than the page size in
 * the answer. An empty page before the total is an error.
 */
export function offsetPages(options: OffsetPagesOptions): WalkStyle {
  return walkStyle(
    "offset",
    options.items,
    {
      read: (answer) => read(answer, options),
      walk: walkAhead,
      check: (source) => requestedNumber(source, source.params, options.offset),
    },
    ({ params }) => readField(params, options.offset),
    0,
  );
}

function read(answer: PageAnswer, options: OffsetPagesOptions): PageReading {
  const { params } = answer;
  const items = itemsOf(answer, options.items);
  const requested = requestedNumber(answer.source, params, options.offset);
  const stated = statedNumber(answer, options.answeredOffset);
  refuseOtherPosition(answer, "offset", requested, stated);
  const offset = stated ?? requested ?? 0;
  const size = items.length;
  const end = offset + size;
  const total = statedNumber(answer, options.total);
  // A total below what was already received is wrong, and no reason to stop.
  const known = total !== undefined && total >= end ? total : undefined;
  const limit = statedNumber(answer, options.answeredLimit);
  const goesOn = size > 0 && (known === undefined ? limit === undefined || size >= limit : end < known);
  const at = (steps: number) => writeField(params, options.offset, offset + steps * size);
  return {
    items,
    next: goesOn ? at(1) : unlessLacking(answer, size, known === undefined ? 0 : known - end),
    ahead: (steps) =>
      goesOn && known !== undefined && offset + steps * size < known ? at(steps) : undefined,
  };
}
