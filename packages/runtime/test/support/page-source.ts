import type { RequestOptions } from "../../src/options.ts";
import type { Page } from "../../src/pages/page.ts";
import { contextOfSource } from "../../src/pages/page-error.ts";
import type { PagePromise } from "../../src/pages/page-promise.ts";
import type { PageSource, PageStyle } from "../../src/pages/style.ts";
import { makeScrubber } from "../../src/secrets/scrubber.ts";

type Params = Readonly<Record<string, unknown>>;

/** A vendor: answers the arguments of one request. */
export type Vendor = (params: Params, index: number) => unknown;

/** What a walk did. */
export interface Walk {
  readonly promise: PagePromise<Page<unknown>, unknown>;
  /** Arguments of the requests, in the order in which they were sent. */
  readonly sent: Params[];
  /** How many requests were ended by a signal of the walk. */
  readonly aborted: () => number;
  /** Most requests that were open at the same time. */
  readonly mostOpen: () => number;
}

interface Setup {
  readonly params?: Params;
  readonly options?: RequestOptions;
  readonly operation?: Partial<PageSource["operation"]>;
  /** Resolves when the answer may arrive. @default at once */
  readonly wait?: (index: number) => Promise<void>;
  readonly responseOf?: (params: Params) => Response;
}

/** Opens a walk over a vendor that lives in this process. */
export function openWalk(style: PageStyle, vendor: Vendor, setup: Setup = {}): Walk {
  const sent: Params[] = [];
  let open = 0;
  let most = 0;
  let aborted = 0;
  const source: PageSource = {
    operation: {
      id: "things.list",
      method: "GET",
      path: "/things",
      query: ["cursor", "page", "offset", "limit"],
      page: style,
      ...setup.operation,
    },
    params: setup.params ?? {},
    options: setup.options ?? {},
    client: "Vendor",
    baseURL: "https://api.example",
    request: (params, signal) => async () => {
      const index = sent.push(params) - 1;
      signal?.addEventListener("abort", () => aborted++);
      most = Math.max(most, ++open);
      try {
        await setup.wait?.(index);
        const data = vendor(params, index);
        const response = setup.responseOf?.(params) ?? new Response();
        return {
          data,
          response,
          requestId: () => `req_${index}`,
          context: () => ({
            ...contextOfSource(source),
            attempts: 1,
            requestId: `req_${index}`,
          }),
          scrub: () => makeScrubber([]),
          invalid: () => {
            throw new Error("A page is not checked by its source.");
          },
        };
      } finally {
        open--;
      }
    },
  };
  const promise = style.open(source) as PagePromise<Page<unknown>, unknown>;
  return { promise, sent, mostOpen: () => most, aborted: () => aborted };
}

/** Items of a walk up to its end or its error. */
export async function collect(items: AsyncIterable<unknown>): Promise<{ items: unknown[]; error: unknown }> {
  const collected: unknown[] = [];
  try {
    for await (const item of items) collected.push(item);
    return { items: collected, error: undefined };
  } catch (error) {
    return { items: collected, error };
  }
}

/** Whole numbers from one to another, the latter left out. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
