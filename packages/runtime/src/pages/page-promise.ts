import { APIPromise, type CallOutcome, misused, type StartCall } from "../promise.ts";
import { itemsOf, itemsOn, Page, pagesFrom } from "./page.ts";
import { refusedWalk } from "./page-error.ts";
import { answerOf } from "./page-state.ts";
import type { PageSource } from "./style.ts";
import type { Reader } from "./types.ts";

/**
 * What a list method returns. Await it for the first page; iterate over it for every item of every page.
 *
 * @example
 * const page = await client.agents.list({ limit: 50 });
 * for await (const agent of client.agents.list()) console.log(agent.id);
 * const newest = await client.agents.list().toArray({ limit: 10 });
 */
export class PagePromise<P extends Page<I>, I> extends APIPromise<P> implements AsyncIterable<I> {
  constructor(source: PageSource, reader: Reader) {
    super(startFirst(source, reader));
  }

  /** The pages, one request for each. A page is requested only when the loop asks for it. */
  async *iterPages(): AsyncGenerator<P, void, undefined> {
    yield* pagesFrom(await this);
  }

  /** Items of all pages. */
  [Symbol.asyncIterator](): AsyncGenerator<I, void, undefined> {
    return itemsOf(this.iterPages());
  }

  /**
   * Items of all pages as one array.
   *
   * @param options `limit`: most items to return; pages beyond it are not requested. @default all
   * @throws {UsageError} when `limit` is negative or not a whole number; a call that was not sent yet is not sent then
   */
  async toArray(options: { readonly limit?: number | undefined } = {}): Promise<I[]> {
    const { limit = Number.POSITIVE_INFINITY } = options;
    if (!(limit >= 0) || (limit % 1 !== 0 && limit !== Number.POSITIVE_INFINITY)) {
      throw misused(this, `limit is ${limit}; a whole number that is not negative is expected.`);
    }
    const items: I[] = [];
    for await (const page of pagesFrom(await this, () => limit - items.length)) {
      for (const item of itemsOn(page)) if (items.length < limit) items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }
}

function startFirst<P extends Page<I>, I>(source: PageSource, reader: Reader): StartCall<P> {
  const { params, options, operation } = source;
  const start = source.request(params);
  const startPage: StartCall<P> = (mode) => {
    checkCount("concurrency", options.concurrency, source);
    checkCount("maxPages", options.maxPages, source);
    if (!reader.walk && (options.concurrency ?? 1) > 1) {
      throw refusedWalk(
        source,
        `${operation.id} learns of a page only from the one before it, so that concurrency is not possible.`,
      );
    }
    reader.check?.(source);
    return start(mode).then((outcome) => {
      if (mode === "parsed") outcome.data = new Page(answerOf(source, params, outcome, undefined), reader, 1);
      return outcome as CallOutcome<P>;
    });
  };
  startPage.context = start.context;
  return startPage;
}

function checkCount(name: string, value: number | undefined, source: PageSource): void {
  if (value === undefined || value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && value > 0))
    return;
  throw refusedWalk(source, `${name} is ${value}; a whole number above zero is expected.`);
}
