import { remade } from "../errors/remade.ts";
import { getHidden } from "../hidden.ts";
import type { CallOutcome } from "../promise.ts";
import { contextOfSource, PageError } from "./page-error.ts";
import type { PageParams, PageSource } from "./style.ts";
import type { PageAnswer, PageReading, Reader } from "./types.ts";

/** What a page knows beside its envelope. */
export interface PageState {
  readonly answer: PageAnswer;
  readonly reading: PageReading;
  readonly reader: Reader;
  /** Pages of this walk up to and with this one. */
  readonly count: number;
}

/** What a page hides, so that its own properties are the vendor's alone. */
export function stateOf(page: object): PageState {
  return getHidden(page);
}

/** Arguments of the page after this one. @throws PageError when there is none, or it must not be asked for */
export function nextParams(page: object): PageParams {
  const { answer, reading, count } = stateOf(page);
  const { source } = answer;
  const { next } = reading;
  if (next instanceof PageError) throw remade(next);
  const refused = (message: string, resume: PageParams): PageError =>
    new PageError(message, contextOfSource(source), resume);
  if (!next) throw refused("This is the last page; ask hasNextPage() first.", answer.params);
  const { maxPages } = source.options;
  if (maxPages !== undefined && count >= maxPages) {
    throw refused(
      `${maxPages} pages are read, as many as maxPages allows, and there are more. Go on from error.resume.`,
      next,
    );
  }
  return next;
}

/** What is read of the outcome of a page request. */
export function answerOf(
  source: PageSource,
  params: PageParams,
  { data: body, response, context, scrub }: CallOutcome<unknown>,
  previous: PageReading | undefined,
): PageAnswer {
  return { source, params, body, response, context, scrub, previous };
}

/** The answer to one page request. */
export async function requestPage(
  { answer: { source }, reading }: PageState,
  params: PageParams,
  signal?: AbortSignal,
): Promise<PageAnswer> {
  return answerOf(source, params, await source.request(params, signal)("parsed"), reading);
}

/**
 * Waits for a page that the consumer asks for: a failure carries the arguments from which the walk can go on. Not
 * where it is requested, because pages that are requested ahead may fail with the same error.
 */
export async function awaitPage(answer: Promise<PageAnswer>, params: PageParams): Promise<PageAnswer> {
  try {
    return await answer;
  } catch (error) {
    throw remade(error, { resume: params });
  }
}
