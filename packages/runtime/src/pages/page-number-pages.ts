import { refuseOtherPosition, requestedNumber, unlessLacking } from "./position.ts";
import {
  type Field,
  itemsOf,
  type MorePointers,
  readField,
  statedMore,
  statedNumber,
  writeField,
} from "./reading.ts";
import type { PageParams } from "./style.ts";
import type { PageAnswer, PageReading, WalkStyle } from "./types.ts";
import { walkAhead } from "./walk-ahead.ts";
import { walkStyle } from "./walk-style.ts";

/** Pages that are asked for by their number. */
export interface PageNumberPagesOptions extends MorePointers {
  /** Pointer of the items in the answer; "" = the answer is the array. */
  readonly items: string;
  /** Request field of the page number. */
  readonly page: Field;
  /** Number of the first page. @default 1 */
  readonly first?: number | undefined;
  /** Pointer of the number of all items. */
  readonly total?: string | undefined;
  /** Pointer of the number of all pages. */
  readonly pages?: string | undefined;
  /** Pointer of the page's number in the answer. */
  readonly pageNumber?: string | undefined;
  /** Pointer of the page size that the server used. */
  readonly pageSize?: string | undefined;
}

/**
 * Walks by page number, from the first page unless the caller or the first answer says otherwise. If the answer says
 * whether there is more, that decides. An empty page before the total is an error, unless the answer says that it is
 * the last one.
 */
export function pageNumberPages(options: PageNumberPagesOptions): WalkStyle {
  return walkStyle(
    "page number",
    options.items,
    {
      read: (answer) => read(answer, options),
      walk: walkAhead,
      check: (source) => requestedNumber(source, source.params, options.page),
    },
    ({ params }) => readField(params, options.page),
    options.first ?? 1,
  );
}

function read(answer: PageAnswer, options: PageNumberPagesOptions): PageReading {
  const { params, previous } = answer;
  const { first = 1 } = options;
  const items = itemsOf(answer, options.items);
  const requested = requestedNumber(answer.source, params, options.page);
  const stated = statedNumber(answer, options.pageNumber);
  refuseOtherPosition(answer, "page", requested, stated);
  const number = stated ?? requested ?? first;
  const size = statedNumber(answer, options.pageSize);
  // Counted, not reckoned: a server that clamps the page size may still repeat what was asked for.
  const before = previous ? (previous.remembered as number | undefined) : number <= first ? 0 : undefined;
  const received = before === undefined ? undefined : before + items.length;
  const claimed = statedNumber(answer, options.total);
  // A total below what was already received is wrong, and no reason to stop.
  const total = claimed !== undefined && claimed >= (received ?? items.length) ? claimed : undefined;
  const reached = received ?? (size === undefined ? undefined : (number - first + 1) * size);
  const left = total === undefined || reached === undefined ? undefined : total - reached;

  const pages = statedNumber(answer, options.pages);
  const pagesLeft = pages === undefined ? undefined : first + pages - 1 - number;
  const more = statedMore(answer, options) ?? (pagesLeft === undefined ? undefined : pagesLeft > 0);
  const isShort = size !== undefined && items.length < size;
  const goesOn = more ?? (items.length > 0 && (left === undefined ? !isShort : left > 0));
  const at = (steps: number): PageParams => writeField(params, options.page, number + steps);
  return {
    items,
    next: goesOn ? at(1) : unlessLacking(answer, items.length, more === false ? 0 : (left ?? 0)),
    // After an empty page nobody knows how many are left.
    ahead: (steps) =>
      steps <= (pagesLeft ?? Math.ceil((left ?? 0) / items.length)) && items.length ? at(steps) : undefined,
    remembered: received,
  };
}
