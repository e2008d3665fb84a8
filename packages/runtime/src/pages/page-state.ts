import { getHidden } from "../hidden.ts";
import { PageError, withResume } from "./page-error.ts";
import type { PageParams } from "./style.ts";
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
  if (next instanceof PageError) throw next;
  if (!next) throw new PageError("This is the last page; ask hasNextPage() first.", source, answer.params);
  const { maxPages } = source.options;
  if (maxPages !== undefined && count >= maxPages) {
    throw new PageError(
      `${maxPages} pages are read, as many as maxPages allows, and there are more. Go on from error.resume.`,
      source,
      next,
    );
  }
  return next;
}

/** The answer to one page request. */
export async function requestPage(
  { answer: { source }, reading }: PageState,
  params: PageParams,
  signal?: AbortSignal,
): Promise<PageAnswer> {
  const { data: body, response, scrub } = await source.request(params, signal)("parsed");
  return { source, params, body, response, scrub, previous: reading };
}

/**
 * Waits for a page that the consumer asks for: a failure carries the arguments from which the walk can go on. Not
 * where it is requested, because pages that are requested ahead may fail with the same error.
 */
export async function awaitPage(answer: Promise<PageAnswer>, params: PageParams): Promise<PageAnswer> {
  try {
    return await answer;
  } catch (error) {
    throw withResume(error, params);
  }
}
