import { nextParams, type PageOutcome, requestPage, stateOf } from "./page-state.ts";
import type { PageParams } from "./types.ts";

interface Ahead {
  readonly params: PageParams;
  readonly outcome: Promise<PageOutcome>;
}

/**
 * Yields a page and all after it, in order. A page is requested only when it is asked for; with `concurrency`
 * up to that many requests run from then on, but only for pages whose place is known beforehand. Nothing is
 * sent once the consumer has stopped.
 *
 * @param wanted how many more items the consumer can use, so that no page beyond them is requested
 */
export async function* walkPages<P extends object>(
  first: P,
  wanted: () => number,
): AsyncGenerator<P, void, undefined> {
  const { concurrency = 1, maxPages = Number.POSITIVE_INFINITY } = stateOf(first).answer.source.options;
  let page = first;
  let queue: Ahead[] = [];
  for (;;) {
    yield page;
    const { answer, reading, count, follow } = stateOf(page);
    if (!reading.next) return;
    const params = nextParams(page);
    // A page that was shorter than its predecessors moves all after it.
    if (queue[0] && !sameParams(queue[0].params, params)) queue = [];
    const perPage = Math.max(1, reading.items.length);
    const most = Math.max(1, Math.min(concurrency, maxPages - count, Math.ceil(wanted() / perPage)));
    while (queue.length < most) {
      const next = queue.length === 0 ? params : reading.ahead?.(queue.length + 1);
      if (!next) break;
      const request = requestPage(answer.source, next);
      // It may never be looked at.
      request.catch(() => {});
      queue.push({ params: next, outcome: request });
    }
    page = follow(params, await (queue.shift() as Ahead).outcome) as P;
  }
}

/** Both were made by the same style of the same arguments: they differ at most in one primitive. */
function sameParams(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  return Object.entries(one).every(([name, value]) => sameParams(value, (other as PageParams)[name]));
}
