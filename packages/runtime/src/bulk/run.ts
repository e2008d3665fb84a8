import { type Operation, TrunklineError, UsageError } from "../client.ts";
import type { RunInput } from "./fates.ts";
import type { BulkFate, BulkOptions, BulkRows, BulkRun, BulkSummary } from "./types.ts";

type OnEnd = (summary: BulkSummary | Promise<BulkSummary>) => void;

/** Sends rows through an operation that takes a limited number per request. The methods of emitted clients call it. */
export function bulkRun<Row>(
  holder: object,
  operation: Operation,
  rows: BulkRows<Row>,
  params: object = {},
  options: BulkOptions = {},
  pathValue?: unknown,
): BulkRun<Row> {
  // A run goes on by itself, so that no frame of its own leads to whoever began it.
  const frames = (new Error().stack ?? "").replace(/^Error.*\n/, "");
  let fates: AsyncGenerator<BulkFate<Row>, void> | undefined;
  let onEnd: OnEnd;
  const summary = new Promise<BulkSummary>((resolve) => {
    onEnd = resolve;
  });
  // Who reads the fates is told by them.
  summary.catch(() => {});
  const begin = (): AsyncGenerator<BulkFate<Row>, void> => {
    if (fates)
      throw new UsageError(`This run of ${operation.id} is under way already: make one for each who reads.`);
    fates = readFates({ holder, operation, rows, params, options, pathValue }, frames, onEnd);
    return fates;
  };
  const awaited = (): Promise<BulkSummary> => {
    if (!fates) drain(begin()).catch(() => {});
    return summary;
  };
  return {
    // biome-ignore lint/suspicious/noThenProperty: it is awaited for the summary, as a promise is
    then: (onSummary, onError) => awaited().then(onSummary, onError),
    catch: (onError) => awaited().catch(onError),
    finally: (after) => awaited().finally(after),
    [Symbol.asyncIterator]: begin,
    [Symbol.toStringTag]: "BulkRun",
  };
}

/** What a run takes is loaded with the first one: most programs that have the client have none. */
async function* readFates<Row>(
  input: RunInput<Row>,
  frames: string,
  onEnd: OnEnd,
): AsyncGenerator<BulkFate<Row>, void> {
  try {
    const { fatesOf } = await import("./fates.ts");
    yield* fatesOf(input, onEnd);
  } catch (error) {
    if (error instanceof TrunklineError) error.stack += `\n${frames}`;
    onEnd(Promise.reject(error));
    throw error;
  }
}

async function drain(fates: AsyncGenerator<unknown, void>): Promise<void> {
  for await (const _ of fates);
}
