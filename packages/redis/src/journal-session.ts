import type { JournalRecord } from "@trunkline/runtime/bulk";
import { LEAVE, OPEN, PUT, READ, RENEW } from "./journal-scripts.ts";
import { numbers, RedisUnavailable, type Runner } from "./scripts-runner.ts";
import { usageError } from "./usage-error.ts";

/** What a journal is opened with. */
export interface JournalSettings {
  readonly runner: Runner;
  /** Its key. */
  readonly place: string;
  /** Milliseconds. */
  readonly lease: number;
  /** How long it is kept after its last record, in milliseconds; 0 for ever. */
  readonly keepMs: number;
  readonly warn: (message: string) => void;
}

/** A journal that a run has. */
export interface JournalSession {
  readonly records: readonly JournalRecord[];
  /** @throws where the record is not there, or nobody knows whether it is; nothing more can be put then */
  put(record: JournalRecord): Promise<void>;
  close(): Promise<void>;
}

/** Records that are read by one command. */
const PAGE = 200;

/** How long Redis may be away before a run ends for it, in milliseconds. Who comes meanwhile is noticed. */
const PATIENCE = 10_000;

/** @throws UsageError where another run has the journal, or it cannot be read or written */
export async function openJournal({
  runner,
  place,
  lease,
  keepMs,
  warn,
}: JournalSettings): Promise<JournalSession> {
  const owner = crypto.randomUUID();
  const keys = [place, `${place}:lock`];

  /** Asks until Redis answers, refuses, or has been away for too long. */
  const ask = async (script: string, ...args: readonly string[]): Promise<unknown> => {
    const until = performance.now() + PATIENCE;
    for (;;) {
      try {
        return await runner.run(script, keys, [...args]);
      } catch (error) {
        if (!(error instanceof RedisUnavailable && error.mayPass)) throw error;
        if (performance.now() + error.restMs > until) throw error;
        await sleep(error.restMs);
      }
    }
  };

  /** Nobody waits for it; what is lost of it is made up for by the lease's end. */
  const tell = async (script: string, ...args: readonly string[]): Promise<void> => {
    await runner.run(script, keys, [...args]).catch(() => {});
  };

  /** Takes the journal. The lease of a run that died is waited for; one that is renewed is that of a run under way. */
  const take = async (): Promise<readonly number[]> => {
    const until = performance.now() + lease;
    for (let least = Number.POSITIVE_INFINITY; ; ) {
      const [isMine, left = 0, ...found] = numbers(await ask(OPEN, owner, String(lease)));
      if (isMine) return [left, ...found];
      if (left > least || left < 0 || performance.now() > until)
        throw usageError(
          `The journal ${place} is that of another run. Wait for it, or end it: its lease ends ${Math.max(1, Math.ceil(left / 1000))} s after its process.`,
        );
      least = left;
      await sleep(Math.min(left + 1, lease / 20));
    }
  };

  const read = async (count: number): Promise<JournalRecord[]> => {
    const found: unknown[] = [];
    while (found.length < count) {
      const last = Math.min(count, found.length + PAGE) - 1;
      const page = await ask(READ, String(found.length), String(last));
      if (!Array.isArray(page) || page.length === 0) throw lost(place);
      found.push(...page);
    }
    return found.map((value, index) => recordOf(value, index, place));
  };

  const write = async (record: JournalRecord, before: number): Promise<void> => {
    const text = JSON.stringify(record);
    const said = Number(await ask(PUT, owner, String(lease), String(before), String(keepMs), text));
    if (said < 0) throw lost(place);
    if (said === 0)
      throw usageError(
        `The journal ${place} was taken by another run, which did not hear of this one for longer than its lease.`,
      );
  };

  let renewal: ReturnType<typeof setInterval> | undefined;
  const leave = async (): Promise<void> => {
    clearInterval(renewal);
    await tell(LEAVE, owner);
  };

  let records: JournalRecord[];
  try {
    const [count = 0, mayEvict, forgets] = await take();
    renewal = setInterval(() => tell(RENEW, owner, String(lease)), lease / 3);
    (renewal as { unref?: () => void }).unref?.();
    if (mayEvict)
      throw usageError(
        `The journal ${place} is not safe on this Redis, which evicts keys when its memory is full: set maxmemory-policy noeviction.`,
      );
    records = await read(count);
    if (forgets)
      warn(
        `the journal ${place} is lost when this Redis restarts, and what it tells of would be sent again: set appendonly yes and appendfsync always.`,
      );
  } catch (error) {
    await leave();
    if (!(error instanceof RedisUnavailable)) throw error;
    throw usageError(`The journal ${place} cannot be opened on Redis: ${error.reason}.`);
  }

  let count = records.length;
  let failure: Error | undefined;
  /** Records are put one after the other, also where several are asked for at the same time. */
  let last: Promise<void> = Promise.resolve();
  return {
    records,
    put(record) {
      const own = last.then(async () => {
        if (failure) throw failure;
        try {
          await write(record, count);
          count++;
        } catch (error) {
          failure =
            error instanceof RedisUnavailable
              ? new Error(`The journal ${place} cannot be written on Redis: ${error.reason}.`)
              : (error as Error);
          throw failure;
        }
      });
      last = own.catch(() => {});
      return own;
    },
    async close() {
      await last;
      await leave();
    },
  };
}

function recordOf(value: unknown, index: number, place: string): JournalRecord {
  try {
    // Some clients have read the JSON already.
    return typeof value === "string" ? JSON.parse(value) : (value as JournalRecord);
  } catch {
    throw usageError(
      `Record ${index + 1} of the journal ${place} is not JSON: the journal is damaged, or it is not a journal. Give this run a journal of its own.`,
    );
  }
}

function lost(place: string): Error {
  return usageError(
    `Records of the journal ${place} are gone: this Redis was restarted without them (set appendonly yes and appendfsync always), or they were removed.`,
  );
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
