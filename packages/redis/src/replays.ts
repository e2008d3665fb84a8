import type { ReplayClaim, ReplayStore } from "@trunkline/runtime/replays";
import { checkPrefix } from "./check-prefix.ts";
import type { RedisClient } from "./commands.ts";
import { nameOf } from "./digest.ts";
import { runnerOf } from "./scripts-runner.ts";
import { usageError } from "./usage-error.ts";

/** Options of {@link redisReplays}. */
export interface RedisReplaysOptions {
  /** Your client of Redis or Valkey: of `ioredis`, `redis`, `iovalkey` or `@upstash/redis`, standalone or cluster. */
  readonly client: RedisClient;
  /**
   * How long a handled id is kept, in seconds; it must be longer than the vendor repeats deliveries.
   *
   * @default 259200 (three days)
   */
  readonly keepSeconds?: number | undefined;
  /** What all keys begin with. @default "tl" */
  readonly prefix?: string | undefined;
}

// 0: claimed, 1: another one is at it, 2: done. KEYS: id; ARGV: owner, lease in milliseconds.
const CLAIM = `local held = redis.call('GET', KEYS[1])
if held then return held == 'done' and 2 or 1 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 0`;
const DONE = "redis.call('SET', KEYS[1], 'done', 'PX', ARGV[1]) return 1";
// Who has lost its claim to another one gives nothing back.
const RELEASE =
  "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

const CLAIMS: readonly ReplayClaim[] = ["claimed", "in-progress", "done"];

/**
 * Recognizes repeated deliveries of webhooks for all processes that receive them. Redis stores only digests of ids. If
 * Redis fails, `claim` rejects: answer 5xx, so that the delivery comes again.
 *
 * @example
 * await handleOnce(redisReplays({ client: new Redis(url) }), dedupeKey(event), () => save(event));
 * @throws UsageError for an option that is wrong or unknown
 */
export function redisReplays(options: RedisReplaysOptions): ReplayStore {
  const { client, keepSeconds = 259_200, prefix = "tl", ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw usageError(`redisReplays has no option ${unknown}; it has client, keepSeconds, prefix.`);
  if (!(typeof keepSeconds === "number" && keepSeconds > 0 && keepSeconds < 1e9))
    throw usageError(`keepSeconds is ${String(keepSeconds)}; seconds, more than 0, are expected.`);
  checkPrefix(prefix);
  const runner = runnerOf(client, "client");
  /** Claims of this store, by the key of the id. */
  const owners = new Map<string, string>();
  const keyOf = async (id: string): Promise<string> => `${prefix}:replay:${await nameOf(id, 40)}`;
  const milliseconds = (seconds: number): string => String(Math.max(1, Math.ceil(seconds * 1000)));

  return {
    async claim(id, leaseSeconds) {
      const key = await keyOf(id);
      const owner = crypto.randomUUID();
      const said = Number(await runner.run(CLAIM, [key], [owner, milliseconds(leaseSeconds)]));
      const claim = CLAIMS[said] ?? "in-progress";
      if (claim === "claimed") owners.set(key, owner);
      return claim;
    },
    async done(id) {
      const key = await keyOf(id);
      owners.delete(key);
      await runner.run(DONE, [key], [milliseconds(keepSeconds)]);
    },
    async release(id) {
      const key = await keyOf(id);
      const owner = owners.get(key);
      owners.delete(key);
      if (owner !== undefined) await runner.run(RELEASE, [key], [owner]);
    },
  };
}
