import { APIError, clientOf, type Operation, type SendInput, sendBody, UsageError } from "../client.ts";
import { onAbort } from "../clock/on-abort.ts";
import { BulkError } from "./bulk-error.ts";
import { cutRows, rowWriter } from "./cutter.ts";
import type { FateName } from "./fate-name.ts";
import { type Begun, type Ledger, openLedger } from "./ledger.ts";
import { type Chunk, type Outcome, readOutcome, shared } from "./outcome.ts";
import { checkRun } from "./settings.ts";
import type { BulkFate, BulkOptions, BulkRows, BulkSummary } from "./types.ts";

/** What a run is made of. */
export interface RunInput<Row> {
  readonly holder: object;
  readonly operation: Operation;
  readonly rows: BulkRows<Row>;
  readonly params: object;
  readonly options: BulkOptions;
  readonly pathValue: unknown;
}

/** What errors say of what was sent. */
interface Failed {
  readonly status?: number;
  readonly unsent?: boolean;
  readonly attempts?: number;
}

/** Refusals of the caller, or for now: the rows are not at fault, and the next chunk would be refused as well. */
const NOT_FOR_ROWS: readonly number[] = [401, 402, 403, 404, 405, 407, 410, 426, 429];

/**
 * The fate of each row, in order. Chunks are cut when there is room for them: what is under way or waits to be read is
 * twice `concurrency` chunks at most.
 *
 * @param onEnd - given the summary when nothing is under way any more
 */
export async function* fatesOf<Row>(
  { holder, operation, rows, params, options, pathValue }: RunInput<Row>,
  onEnd: (summary: BulkSummary) => void,
): AsyncGenerator<BulkFate<Row>, void> {
  const { journal, signal, onProgress } = options;
  const { bulk, numbers, ofCalls } = checkRun(operation, rows, params, options);
  const { concurrency } = numbers;
  const send: SendInput = { operation, params, pathValue, options: ofCalls };
  const { name: client, baseURL, newKey } = clientOf(holder, send);
  const { id } = operation;
  const writer = rowWriter(operation, bulk.rows, params, pathValue);
  const counts: Record<FateName, number> = {
    accepted: 0,
    rejected: 0,
    undetermined: 0,
    unknown: 0,
    unsent: 0,
  };
  const running = new Set<Promise<void>>();
  const queue: Chunk<Row>[] = [];
  const began = Date.now();
  let ended: { readonly cause: unknown } | undefined;
  let failures = 0;
  let sent = 0;
  let chunks = 0;

  const newKeyOfChunk = (): string | undefined => (operation.keyed ? newKey() : undefined);
  const ledger: Ledger | undefined =
    journal &&
    (await openLedger({
      journal,
      client,
      operation: id,
      params: baseURL + writer.body([]),
      maxBytes: numbers.maxBytes,
      keyLife: bulk.keyLife ?? 0,
      repeatable: ofCalls.repeatable === true,
      newKey: newKeyOfChunk,
      refusal: (sentence) => new UsageError(sentence, { client, operation: id }),
    }));

  const end = (cause: unknown): void => {
    if (ended) return;
    ended = { cause };
    cutter.stop();
  };
  const cutter = cutRows(rows, writer, ledger?.maxBytes ?? numbers.maxBytes, end);
  let letGo: (() => void) | undefined;

  const deliver = async (chunk: Chunk<Row>, key: string | undefined): Promise<Outcome> => {
    /** An attempt may have been done. */
    let isOpen = false;
    const leavesOpen = (error: Failed): boolean => {
      const { status, unsent, attempts } = error;
      return status ? isPassing(status) || (status === 409 && key !== undefined) : !unsent && attempts !== 0;
    };
    const callOptions: SendInput["options"] = {
      ...ofCalls,
      ...(key === undefined ? {} : { idempotencyKey: key }),
      shouldRetry(error) {
        isOpen ||= leavesOpen(error);
        return ofCalls.shouldRetry?.(error) ?? true;
      },
    };
    try {
      sent += chunk.places.length;
      const answer = await sendBody(holder, { ...send, options: callOptions }, chunk.body);
      failures = 0;
      return readOutcome(bulk, answer, chunk);
    } catch (error) {
      const { status, attempts } = error as Failed;
      if (error instanceof APIError && !leavesOpen(error) && !NOT_FOR_ROWS.includes(error.status)) {
        failures = 0;
        return readOutcome(bulk, error.body, chunk, error);
      }
      const mayPass = status ? isPassing(status) : attempts !== 0;
      if (!mayPass || signal?.aborted || ++failures >= numbers.maxFailures) end(error);
      return shared(isOpen || leavesOpen(error as Failed) ? "unknown" : "unsent", error);
    }
  };

  const finish = async (n: number, chunk: Chunk<Row>, begun: Begun): Promise<void> => {
    const { places, refused } = chunk;
    const isKnown = begun.outcome !== undefined;
    const outcome =
      begun.outcome ?? (places.length > 0 ? await deliver(chunk, begun.key) : shared("accepted"));
    chunk.body = "";
    counts.rejected += refused.size + outcome.rejected.size;
    counts[outcome.rest] += places.length - outcome.rejected.size;
    try {
      if (!isKnown && outcome.rest !== "unknown") await ledger?.end(n, outcome);
      const { length, size } = rows as { readonly length?: number; readonly size?: number };
      const total = length ?? size;
      const rowsPerSecond = (sent * 1000) / (Date.now() - began + 1);
      const done = Object.values(counts).reduce((sum, one) => sum + one);
      const secondsLeft = total === undefined ? undefined : (total - done) / rowsPerSecond;
      onProgress?.({ read: cutter.read(), sent, ...counts, rowsPerSecond, secondsLeft });
    } catch (error) {
      end(error);
    }
    chunk.outcome = outcome;
  };

  const summary = (): BulkSummary => ({ read: cutter.read(), ...counts, chunks, journal: journal?.place });
  try {
    letGo = onAbort(signal, () => end(signal?.reason));
    for (let isRead = false; ; ) {
      while (!isRead && running.size < concurrency && queue.length < 2 * concurrency) {
        const past = ledger?.size(chunks);
        const chunk = await cutter.next(past ?? numbers.chunk);
        if (!chunk) {
          isRead = true;
          if (past && !ended)
            end(new UsageError(`The rows ended at ${cutter.read()}, and the journal tells of more.`));
          break;
        }
        const n = chunks++;
        queue.push(chunk);
        let begun: Begun | undefined;
        if (!ended) {
          try {
            begun = ledger ? await ledger.begin(n, chunk) : { key: newKeyOfChunk() };
          } catch (error) {
            end(error);
          }
        }
        const job = finish(n, chunk, begun ?? { outcome: shared("unsent", ended?.cause) });
        running.add(job);
        job.then(() => running.delete(job));
      }
      const [head] = queue;
      if (!head) break;
      if (!head.outcome) await Promise.race(running);
      else {
        queue.shift();
        yield* eachOf(head, head.outcome);
      }
    }
  } finally {
    await Promise.all(running);
    letGo?.();
    cutter.stop();
    await ledger?.close().catch(end);
    // Whoever leaves a loop reads no more of it.
    if (!ended) onEnd(summary());
  }
  if (!ended) return;
  const { cause } = ended;
  const { method, path } = operation;
  const attempts = (cause as Failed | null | undefined)?.attempts ?? 0;
  throw new BulkError(summary(), { client, operation: id, method, path, attempts, cause });
}

/** What may be another time; also a success that cannot be read. */
function isPassing(status: number): boolean {
  return status < 400 || status >= 500 || status === 408;
}

function* eachOf<Row>(
  { first, rows, refused }: Chunk<Row>,
  { rejected, rest, failed, code, error }: Outcome,
): Generator<BulkFate<Row>, void> {
  for (const [place, row] of rows.entries()) {
    const own = refused.get(place);
    const named =
      own ?? rejected.get(place) ?? (rest === "rejected" ? { code, message: error?.message } : undefined);
    yield {
      index: first + place,
      row,
      ...(named
        ? { fate: "rejected", by: own ? "client" : "vendor", ...named }
        : { fate: rest, ...(rest === "undetermined" ? { failed } : rest === "accepted" ? {} : { error }) }),
    } as BulkFate<Row>;
  }
}
