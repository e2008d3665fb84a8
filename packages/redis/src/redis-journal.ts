import type { Journal } from "@trunkline/runtime/bulk";
import { checkPrefix } from "./check-prefix.ts";
import type { RedisClient } from "./commands.ts";
import { type JournalSession, openJournal } from "./journal-session.ts";
import { runnerOf } from "./scripts-runner.ts";
import { usageError } from "./usage-error.ts";

/** Options of {@link redisJournal}. */
export interface RedisJournalOptions {
  /** Your client of Redis or Valkey: of `ioredis`, `redis`, `iovalkey` or `@upstash/redis`, standalone or cluster. */
  readonly client: RedisClient;
  /**
   * Name of the run. Use the same name to go on with it. It is part of the keys in Redis, so do not put personal data
   * into it.
   */
  readonly name: string;
  /**
   * How long a run keeps the journal without a sign of life, in milliseconds. When its process dies, the next run waits
   * this long at most.
   *
   * @default 15_000
   */
  readonly lease?: number | undefined;
  /** How long the journal is kept after its last record, in seconds. @default for ever, like a file */
  readonly keepSeconds?: number | undefined;
  /** What all keys begin with. @default "tl" */
  readonly prefix?: string | undefined;
  /** Called when a run begins and Redis would lose records if it restarted. @default a warning on the console */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * A journal on Redis, so that any process of a fleet can go on with a run over rows. A record is stored as a whole
 * before the rows that it is about are sent. One run has the journal at a time, by a lease that it renews: while it
 * lives, others are refused; once it died, the next one takes over. A run that lost its lease cannot write any more.
 *
 * If Redis is away for less than ten seconds, the run waits and loses nothing. If Redis refuses a record, the run ends
 * before it sends the rows.
 *
 * @example
 * const journal = redisJournal({ client: new Redis(url), name: "leads-2026-05" });
 * await agora.leads.uploadAll(rows, params, { journal });
 * @throws UsageError for an option that is wrong or unknown
 */
export function redisJournal(options: RedisJournalOptions): Journal {
  const { client, name, lease = 15_000, keepSeconds, prefix = "tl", onWarning, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw usageError(
      `redisJournal has no option ${unknown}; it has client, name, lease, keepSeconds, prefix, onWarning.`,
    );
  if (typeof name !== "string" || !/^[\w.:-]{1,100}$/.test(name))
    throw usageError(
      "name is expected to be 1 to 100 letters, digits, dots, colons, hyphens or underscores: it stands in keys of Redis.",
    );
  if (!(typeof lease === "number" && lease >= 1000 && lease <= 86_400_000))
    throw usageError(`lease is ${String(lease)}; milliseconds from 1000 to a day are expected.`);
  if (keepSeconds !== undefined && !(typeof keepSeconds === "number" && keepSeconds > 0 && keepSeconds < 1e9))
    throw usageError(`keepSeconds is ${String(keepSeconds)}; seconds, more than 0, are expected.`);
  if (onWarning !== undefined && typeof onWarning !== "function")
    throw usageError("onWarning is expected to be a function.");
  checkPrefix(prefix);
  const place = `{${prefix}:journal:${name}}`;
  const settings = {
    runner: runnerOf(client, "client"),
    place,
    lease: Math.ceil(lease),
    keepMs: keepSeconds === undefined ? 0 : Math.ceil(keepSeconds * 1000),
    warn: onWarning ?? ((message: string) => console.warn(`@trunkline/redis: ${message}`)),
  };
  let session: JournalSession | undefined;
  return {
    place,
    async open() {
      const opened = await openJournal(settings);
      session = opened;
      return opened.records;
    },
    async put(record) {
      if (!session) throw usageError(`The journal ${place} is not open.`);
      await session.put(record);
    },
    async close() {
      const closed = session;
      session = undefined;
      await closed?.close();
    },
  };
}
