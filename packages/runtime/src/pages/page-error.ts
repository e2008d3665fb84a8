import type { ErrorKind } from "../errors/brand.ts";
import { type ErrorContext, TrunklineError } from "../errors/trunkline-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { PageParams, PageSource } from "./style.ts";

/** A walk over pages cannot go on: the API's answers contradict each other, or `maxPages` is reached. */
export class PageError extends TrunklineError {
  static override readonly kind: ErrorKind = "page";

  /** Arguments of the page that was not read: call the method with them to go on from there. */
  declare readonly resume: PageParams;

  constructor(message: string, context: ErrorContext, resume: PageParams) {
    super(message, context, "page", "PageError");
    this.resume = resume;
  }
}

/** The error of an answer that is not the page that it should be. */
export function pageError(
  { context, params }: { readonly context: () => ErrorContext; readonly params: PageParams },
  message: string,
  resume: PageParams = params,
): PageError {
  return new PageError(message, context(), resume);
}

/** The error of arguments with which no walk can begin, or a page cannot be asked for. */
export function refusedWalk(source: PageSource, message: string): UsageError {
  return new UsageError(message, contextOfSource(source));
}

/** Which call an error about a page belongs to that was not asked for. */
export function contextOfSource({ client, operation: { id, method, path } }: PageSource): ErrorContext {
  return { client, operation: id, method, path };
}

/**
 * The arguments with which a walk that ended with this error can go on; undefined if the error did not end a walk. The
 * same as `error.resume`, for a value of unknown type, such as what `catch` gives.
 *
 * @example
 * try {
 *   for await (const agent of client.agents.list()) await save(agent);
 * } catch (error) {
 *   await remember(resumeParams(error)); // client.agents.list(remembered) goes on with the page that failed
 * }
 */
export function resumeParams(error: unknown): PageParams | undefined {
  return error instanceof TrunklineError ? error.resume : undefined;
}
