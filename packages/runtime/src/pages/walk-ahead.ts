import { onAbort } from "../clock/on-abort.ts";
import { remade } from "../errors/remade.ts";
import { isSameValue } from "../values/same-value.ts";
import { pageAfter } from "./page.ts";
import { nextParams, type PageState, requestPage, stateOf } from "./page-state.ts";
import type { PageParams } from "./style.ts";
import type { PageAnswer } from "./types.ts";

interface Ahead {
  readonly params: PageParams;
  /** Never rejected, since it may never be looked at. */
  readonly outcome: Promise<{ readonly answer: PageAnswer } | { readonly error: unknown }>;
  readonly controller: AbortController;
}

/**
 * Yields a page and all after it, in order. A page is requested only when it is asked for; with `concurrency`
 * up to that many requests run from then on, but only for pages whose place is known beforehand. Nothing is
 * sent once the consumer has stopped: requests that run ahead are aborted, so that they are not retried either.
 *
 * @param wanted how many more items the consumer can use, so that no page beyond them is requested
 */
export async function* walkAhead<P extends object>(
  first: P,
  wanted: () => number,
): AsyncGenerator<P, void, undefined> {
  const {
    concurrency = 1,
    maxPages = Number.POSITIVE_INFINITY,
    signal,
  } = stateOf(first).answer.source.options;
  let page = first;
  let queue: Ahead[] = [];
  const abandon = (): void => {
    for (const { controller } of queue) controller.abort(signal?.reason);
    queue = [];
  };
  const letGo = concurrency > 1 ? onAbort(signal, abandon) : undefined;
  try {
    for (;;) {
      yield page;
      const state = stateOf(page);
      const { reading, count } = state;
      if (!reading.next) return;
      const params = nextParams(page);
      // A page that was shorter than its predecessors moves all after it.
      if (queue[0] && !isSameValue(queue[0].params, params)) abandon();
      const useful = Math.ceil(wanted() / Math.max(1, reading.items.length));
      const most = Math.max(1, Math.min(concurrency, maxPages - count, useful));
      while (queue.length < most) {
        const next = queue.length === 0 ? params : reading.ahead?.(queue.length + 1);
        if (!next) break;
        queue.push(requestAhead(state, next, concurrency > 1));
      }
      const outcome = await (queue[0] as Ahead).outcome;
      if ("error" in outcome) throw remade(outcome.error, { resume: params });
      // What a page is read with comes from the one before it, not from the one that asked ahead.
      page = pageAfter(page, { ...outcome.answer, previous: reading });
      queue.shift();
    }
  } finally {
    letGo?.();
    abandon();
  }
}

function requestAhead(state: PageState, params: PageParams, isAbortable: boolean): Ahead {
  const { signal } = state.answer.source.options;
  const controller = new AbortController();
  if (signal?.aborted) controller.abort(signal.reason);
  const outcome = requestPage(state, params, isAbortable ? controller.signal : undefined).then(
    (answer) => ({ answer }),
    (error: unknown) => ({ error }),
  );
  return { params, outcome, controller };
}
