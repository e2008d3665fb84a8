import { keepState, nextParams, requestPage, stateOf } from "./page-state.ts";
import type { PageAnswer, ReadPage } from "./types.ts";
import { walkPages } from "./walk.ts";

/**
 * One page: the vendor's envelope as it came, and the way on. Its own properties are the envelope's and nothing
 * else; a bare array stands under `items`. A wire name that a page needs for itself (its methods, `body`,
 * `constructor`, `then` …) is found only on {@link Page.body}.
 *
 * @example
 * let page = await client.agents.list();
 * while (page.hasNextPage()) page = await page.getNextPage();
 */
export class Page<I> implements AsyncIterable<I> {
  constructor(answer: PageAnswer, read: ReadPage, count: number) {
    const { source, body } = answer;
    const reading = read(answer);
    keepState(this, {
      answer,
      reading,
      count,
      follow: (params, { data, response }) =>
        new Page({ source, params, body: data, response, previous: reading }, read, count + 1),
    });
    for (const [name, value] of Object.entries(Array.isArray(body) ? { items: body } : Object(body))) {
      // `then` would make the page a thenable that `await` calls.
      if (name in Page.prototype || name === "then") continue;
      Object.defineProperty(this, name, { value, enumerable: true, configurable: true, writable: true });
    }
  }

  /** The whole body as it came. */
  get body(): unknown {
    return stateOf(this).answer.body;
  }

  /** True when the vendor says, or leaves possible, that there is another page. */
  hasNextPage(): boolean {
    return stateOf(this).reading.next !== undefined;
  }

  /**
   * Requests the next page with the same options.
   *
   * @throws {PageError} at the last page, when `maxPages` are read, or when the answer contradicts itself
   */
  async getNextPage(): Promise<this> {
    const params = nextParams(this);
    const { answer, follow } = stateOf(this);
    return follow(params, await requestPage(answer.source, params)) as this;
  }

  /** This page and all after it; the next is requested only when it is asked for. */
  iterPages(): AsyncGenerator<this, void, undefined> {
    return walkPages(this, () => Number.POSITIVE_INFINITY);
  }

  /** The items of this page and of all after it. */
  async *[Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    for await (const page of this.iterPages()) yield* itemsOn(page);
  }
}

/** The items of one page alone. */
export function itemsOn<I>(page: Page<I>): readonly I[] {
  return stateOf(page).reading.items as readonly I[];
}
