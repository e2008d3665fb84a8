import { UsageError } from "../errors/usage-error.ts";
import { readPointer } from "../pointer.ts";
import { describeValue } from "../values/plain.ts";
import { itemsOf, statedBoolean } from "./answer.ts";
import { readField, writeField } from "./fields.ts";
import { PageError } from "./page-error.ts";
import { PagePromise } from "./page-promise.ts";
import type { PageAnswer, PageParams, WalkStyle } from "./types.ts";

/** Pages whose answers name the next one by an opaque cursor. */
export interface CursorPagesOptions {
  /** Pointer of the items in the answer; "" = the answer is the array. */
  readonly items: string;
  /** Query parameter of the cursor, or its pointer into the JSON body. */
  readonly cursor: string;
  /** Pointer of the next cursor in the answer; null, missing or empty = the end. */
  readonly next: string;
  /** Pointer of a boolean that says whether there is more. */
  readonly more?: string | undefined;
}

/** Cursors of a walk in their order; pages share the set and know how much of it is theirs. */
interface Trail {
  readonly seen: Set<unknown>;
  readonly size: number;
}

/** Walks by an opaque cursor. A cursor that comes a second time ends the walk with an error: it would go round for ever. */
export function cursorPages(options: CursorPagesOptions): WalkStyle {
  return {
    isAskedFor: ({ operation, params }) => isGiven(readField(operation, params, options.cursor)),
    open(source) {
      return new PagePromise(source, (answer) => {
        if ((source.options.concurrency ?? 1) > 1) {
          throw new UsageError(
            `${source.operation.id} pages by cursor: a page is known only from the one before, so that concurrency is not possible.`,
          );
        }
        const items = itemsOf(answer, options.items);
        const trail = trailOf(answer, options.cursor);
        const next = nextOf(answer, options, trail);
        const params = next instanceof PageError ? undefined : next;
        if (params) trail.seen.add(readField(source.operation, params, options.cursor));
        return { items, next, trail: { seen: trail.seen, size: trail.seen.size } };
      });
    },
  };
}

function nextOf(
  answer: PageAnswer,
  options: CursorPagesOptions,
  trail: Trail,
): PageParams | PageError | undefined {
  const { source, params } = answer;
  const more = statedBoolean(answer, options.more);
  const cursor = readPointer(answer.body, options.next);
  if (more === false) return undefined;
  if (!isGiven(cursor) || cursor === false) {
    if (!more) return undefined;
    return new PageError(
      `The answer says that there are more items but names no cursor at ${options.next}.`,
      source,
      params,
    );
  }
  if (typeof cursor !== "string" && typeof cursor !== "number") {
    return new PageError(
      `The next cursor at ${options.next} is ${describeValue(cursor)}; a string or a number is expected.`,
      source,
      params,
    );
  }
  const next = writeField(source.operation, params, options.cursor, cursor);
  if (!trail.seen.has(cursor)) return next;
  return new PageError(
    `The cursor ${JSON.stringify(cursor)} came a second time; the walk would go round for ever.`,
    source,
    next,
  );
}

/** Asking a page twice for its successor must not look like a cursor that repeats: then the set is copied. */
function trailOf({ source, params, previous }: PageAnswer, field: string): Trail {
  const before = previous?.trail as Trail | undefined;
  if (before) {
    const seen =
      before.seen.size === before.size ? before.seen : new Set([...before.seen].slice(0, before.size));
    return { seen, size: before.size };
  }
  const cursor = readField(source.operation, params, field);
  return { seen: new Set(isGiven(cursor) ? [cursor] : []), size: 0 };
}

function isGiven(cursor: unknown): boolean {
  return cursor !== undefined && cursor !== null && cursor !== "";
}
