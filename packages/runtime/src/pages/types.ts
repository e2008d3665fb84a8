import type { ErrorContext } from "../errors/trunkline-error.ts";
import type { Scrubber } from "../secrets/scrubber.ts";
import type { PageError } from "./page-error.ts";
import type { PageParams, PageSource, PageStyle } from "./style.ts";

/** One answer, and what is needed to read it. */
export interface PageAnswer {
  readonly source: PageSource;
  readonly params: PageParams;
  readonly body: unknown;
  readonly response: Response;
  /** Which call an error about the answer belongs to. */
  readonly context: () => ErrorContext;
  /** What takes the call's secrets out of what is shown of the answer. */
  readonly scrub: () => Scrubber;
  /** What was read of the page before; undefined on the first page of a walk. */
  readonly previous: PageReading | undefined;
}

/** What is read of one page. */
export interface PageReading {
  readonly items: readonly unknown[];
  /**
   * Arguments of the next page; undefined at the end. If the answer contradicts itself, the error that is thrown when
   * the next page is asked for.
   */
  readonly next?: PageParams | PageError | undefined;
  /** Arguments of the page that is `steps` pages further on, if they can be known without the pages between. */
  readonly ahead?: ((steps: number) => PageParams | undefined) | undefined;
  /** What has to be remembered for the next page. */
  readonly remembered?: unknown;
}

/** Reads an answer. @throws PageError when it holds no page */
export type ReadPage = (answer: PageAnswer) => PageReading;

/** How pages are read and walked, in one way of paging. */
export interface Reader {
  readonly read: ReadPage;
  /** Looks at the caller's arguments before anything is sent. @throws UsageError */
  readonly check?: ((source: PageSource) => void) | undefined;
  /** Walks from a page on with several requests at a time. Without it, pages are read one after the other. */
  readonly walk?:
    | (<P extends object>(first: P, wanted: () => number) => AsyncGenerator<P, void, undefined>)
    | undefined;
}

/** A way of paging that can tell whether a caller's arguments, or an answer, are meant for it. */
export interface WalkStyle extends PageStyle {
  /** How its pages are asked for, in a word. */
  readonly name: string;
  /** Pointer of the items in the answer. */
  readonly items: string;
  readonly reader: Reader;
  isRequested(source: PageSource): boolean;
  /** Whether the arguments ask for the first page, which is the same one by every way of paging. */
  isStart(source: PageSource): boolean;
}
