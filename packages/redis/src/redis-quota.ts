import { type Quota, type QuotaOptions, storeQuota } from "@trunkline/runtime/quota";
import { checkPrefix } from "./check-prefix.ts";
import type { RedisClient } from "./commands.ts";
import { redisStore } from "./redis-store.ts";
import { runnerOf } from "./scripts-runner.ts";
import { usageError } from "./usage-error.ts";

/** Options of {@link redisQuota}. */
export interface RedisQuotaOptions extends QuotaOptions {
  /** Your client of Redis or Valkey: of `ioredis`, `redis`, `iovalkey` or `@upstash/redis`, standalone or cluster. */
  readonly client: RedisClient;
  /** How many processes share the windows. While Redis fails, each process goes on with its part of them: 1/`fleet`. */
  readonly fleet: number;
  /** What all keys begin with. @default "tl" */
  readonly prefix?: string | undefined;
  /** Called each time that Redis begins to fail. @default a warning on the console */
  readonly onUnavailable?: ((message: string) => void) | undefined;
}

/**
 * Makes the requests of a fleet wait so that together they stay within the quotas. The windows are exact, and kept on
 * Redis by its clock. If Redis is down, calls go on, delayed by 0.5 s at most: each process then keeps to its part of
 * the windows.
 *
 * @example
 * const client = new Vendor({ quota: redisQuota({ client: new Redis(url), fleet: 8 }) });
 * @throws UsageError for an option that is wrong or unknown
 */
export function redisQuota(options: RedisQuotaOptions): Quota {
  const { client, fleet, prefix = "tl", onUnavailable, ...quota } = options;
  if (!Number.isInteger(fleet) || fleet < 1)
    throw usageError(
      `fleet is ${String(fleet)}; the number of processes that share the quota is expected, 1 or more: where Redis fails, each goes on with that part of it.`,
    );
  checkPrefix(prefix);
  if (onUnavailable !== undefined && typeof onUnavailable !== "function")
    throw usageError("onUnavailable is expected to be a function.");
  const warn = onUnavailable ?? ((message: string) => console.warn(`@trunkline/redis: ${message}`));
  return storeQuota(redisStore(runnerOf(client, "client"), { prefix, fleet, warn }), quota);
}
