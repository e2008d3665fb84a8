import { setHidden } from "../hidden.ts";
import { awaitPage, nextParams, type PageState, requestPage, stateOf } from "./page-state.ts";
import { refuseRepetition } from "./repetition.ts";
import type { PageAnswer, Reader } from "./types.ts";

/**
 * One page of a list. Its own properties are those of the answer's body; if the body is an array, it is under `items`.
 * A property of the body whose name the page needs for itself (its methods, `body`, `constructor`, `then` …) is found
 * only on {@link Page.body}.
 *
 * @example
 * let page = await client.agents.list();
 * while (page.hasNextPage()) page = await page.getNextPage();
 */
export class Page<I> implements AsyncIterable<I> {
  constructor(answer: PageAnswer, reader: Reader, count: number) {
    const { body } = answer;
    const state: PageState = { answer, reading: reader.read(answer), reader, count };
    setHidden(this, state);
    const envelope = Array.isArray(body) ? { items: body } : Object(body ?? { items: [] });
    for (const name of Object.keys(envelope)) {
      // `then` would make the page a thenable that `await` calls.
      if (name in this || name === "then") continue;
      (this as Record<string, unknown>)[name] = envelope[name];
    }
  }

  /** The whole body as it came. */
  get body(): unknown {
    return stateOf(this).answer.body;
  }

  /** True if there is another page, or if the answer does not rule it out. */
  hasNextPage(): boolean {
    return stateOf(this).reading.next !== undefined;
  }

  /**
   * Requests the next page with the same options.
   *
   * @throws {PageError} at the last page, when `maxPages` are read, when the answer contradicts itself, or when the next
   * page has the items of this one
   */
  async getNextPage(): Promise<this> {
    const state = stateOf(this);
    const params = nextParams(this);
    return pageAfter(this, await awaitPage(requestPage(state, params), params));
  }

  /** This page and all after it. Each is requested only when the loop asks for it. */
  iterPages(): AsyncGenerator<this, void, undefined> {
    return pagesFrom(this);
  }

  /** The items of this page and of all after it. */
  [Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    return itemsOf(this.iterPages());
  }
}

/** The page that an answer is, after another one. @throws {PageError} when it is the same once more */
export function pageAfter<P extends object>(page: P, answer: PageAnswer): P {
  const { reader, count, reading } = stateOf(page);
  const next = new Page(answer, reader, count + 1) as object as P;
  refuseRepetition(reading, stateOf(next).reading, answer);
  return next;
}

/**
 * A page and all after it, in order, each requested only when it is asked for.
 *
 * @param wanted how many more items the consumer can use
 */
export function pagesFrom<P extends Page<unknown>>(
  first: P,
  wanted: () => number = () => Number.POSITIVE_INFINITY,
): AsyncGenerator<P, void, undefined> {
  const { walk } = stateOf(first).reader;
  return walk ? walk(first, wanted) : oneByOne(first);
}

async function* oneByOne<P extends Page<unknown>>(first: P): AsyncGenerator<P, void, undefined> {
  for (let page = first; ; page = await page.getNextPage()) {
    yield page;
    if (!page.hasNextPage()) return;
  }
}

/** Items of pages as they come. */
export async function* itemsOf<I>(pages: AsyncIterable<Page<I>>): AsyncGenerator<I, void, undefined> {
  for await (const page of pages) yield* itemsOn(page);
}

/** The items of one page alone. */
export function itemsOn<I>(page: Page<I>): readonly I[] {
  return stateOf(page).reading.items as readonly I[];
}
