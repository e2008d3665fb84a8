import type { PageSource } from "../definition.ts";
import { PageError, withResume } from "./page-error.ts";
import type { PageAnswer, PageParams, PageReading } from "./types.ts";

/** What one page request brought. */
export interface PageOutcome {
  readonly data: unknown;
  readonly response: Response;
}

/** What a page knows beside its envelope. */
export interface PageState {
  readonly answer: PageAnswer;
  readonly reading: PageReading;
  /** Pages of this walk up to and with this one. */
  readonly count: number;
  /** The page that an answer is, after this one. */
  follow(params: PageParams, outcome: PageOutcome): object;
}

// Beside the page, so that its own properties are the vendor's alone, and declarations stay free of #private.
const states: WeakMap<object, PageState> = new WeakMap();

export function keepState(page: object, state: PageState): void {
  states.set(page, state);
}

export function stateOf(page: object): PageState {
  return states.get(page) as PageState;
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

/** One request; its failure carries the arguments from which the walk can go on. */
export async function requestPage(
  source: PageSource,
  params: PageParams,
  signal?: AbortSignal,
): Promise<PageOutcome> {
  try {
    return await source.request(params, signal)("parsed");
  } catch (error) {
    throw withResume(error, params);
  }
}
