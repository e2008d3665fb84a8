import type { PageSource } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { APIPromise } from "../promise.ts";
import { itemsOn, Page } from "./page.ts";
import type { ReadPage } from "./types.ts";
import { walkPages } from "./walk.ts";

/**
 * What a list method returns: awaited it is the first page, iterated it is every item of every page.
 *
 * @example
 * const page = await client.agents.list({ limit: 50 });
 * for await (const agent of client.agents.list()) console.log(agent.id);
 * const newest = await client.agents.list().toArray({ limit: 10 });
 */
export class PagePromise<P extends Page<I>, I> extends APIPromise<P> implements AsyncIterable<I> {
  /** @param check refuses options that the style cannot serve, before anything is sent */
  constructor(source: PageSource, read: ReadPage, check?: (source: PageSource) => void) {
    super(async (mode) => {
      check?.(source);
      checkCount("concurrency", source.options.concurrency);
      checkCount("maxPages", source.options.maxPages);
      const { params } = source;
      if (mode === "response")
        return { ...(await source.request(params)(mode)), data: undefined as unknown as P };
      const outcome = await source.request(params)(mode);
      const { data: body, response } = outcome;
      return {
        ...outcome,
        data: new Page({ source, params, body, response, previous: undefined }, read, 1) as P,
      };
    });
  }

  /** Pages, one request each, the next only when it is asked for. */
  async *iterPages(): AsyncGenerator<P, void, undefined> {
    yield* walkPages(await this, () => Number.POSITIVE_INFINITY);
  }

  /** Items of all pages. */
  async *[Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    for await (const page of this.iterPages()) yield* itemsOn(page);
  }

  /**
   * Items of all pages as one array.
   *
   * @param options `limit`: most items to return; no page beyond it is requested. @default all
   * @throws {UsageError} when `limit` is negative or no whole number
   */
  async toArray(options: { readonly limit?: number | undefined } = {}): Promise<I[]> {
    const { limit = Number.POSITIVE_INFINITY } = options;
    if (!(limit >= 0) || (limit % 1 !== 0 && limit !== Number.POSITIVE_INFINITY)) {
      throw new UsageError(`limit is ${limit}; a whole number that is not negative is expected.`);
    }
    const items: I[] = [];
    for await (const page of walkPages(await this, () => limit - items.length)) {
      for (const item of itemsOn(page)) if (items.length < limit) items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }
}

function checkCount(name: string, value: number | undefined): void {
  if (value === undefined || value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && value > 0))
    return;
  throw new UsageError(`${name} is ${value}; a whole number above zero is expected.`);
}
