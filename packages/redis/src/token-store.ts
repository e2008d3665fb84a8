import type { StoredToken, TokenStore } from "@trunkline/runtime";
import { checkPrefix } from "./check-prefix.ts";
import type { RedisClient } from "./commands.ts";
import { runnerOf } from "./scripts-runner.ts";
import { type Sealer, sealerOf } from "./seal.ts";
import { usageError } from "./usage-error.ts";

/** Options of {@link redisTokenStore}. */
export interface RedisTokenStoreOptions {
  /** Your client of Redis or Valkey: of `ioredis`, `redis`, `iovalkey` or `@upstash/redis`, standalone or cluster. */
  readonly client: RedisClient;
  /**
   * The secret that tokens are encrypted with, the same in all processes: the API key that is exchanged for them, or a
   * secret of your own. It does not leave the process. With another secret, the store is another one.
   */
  readonly secret: string;
  /** What all keys begin with. @default "tl" */
  readonly prefix?: string | undefined;
  /**
   * Longest time for an exchange, in milliseconds, its retries included. If the process that exchanges dies, the others
   * wait this long before one of them tries.
   *
   * @default 10_000
   */
  readonly lease?: number | undefined;
}

/** How long a token is kept whose end the vendor does not tell, in milliseconds. */
const DAY = 86_400_000;

/** About how often a waiting process looks whether the token is there, in milliseconds. */
const LOOK = 50;

const GET = "return redis.call('GET', KEYS[1])";
// The count tells those who wait that there is another token. KEYS: token, count; ARGV: token, milliseconds to keep it.
const SET =
  "redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]); redis.call('INCR', KEYS[2]); redis.call('PEXPIRE', KEYS[2], 86400000) return 1";
const FORGET = "return redis.call('DEL', KEYS[1])";
// KEYS: lock, count; ARGV: owner, lease. { 1 where it is the owner's now else 0, count }
const LOCK =
  "local got = redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) and 1 or 0; return { got, tonumber(redis.call('GET', KEYS[2]) or '0') }";
const UNLOCK = "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

/**
 * Keeps the token that a key was exchanged for in Redis, encrypted, so that a fleet shares it: processes that wait for
 * it share one exchange. If Redis is down, or the process that exchanges dies, there is one exchange more, and no call
 * fails.
 *
 * @example
 * const tokenStore = redisTokenStore({ client: new Redis(url), secret: apiKey });
 * @throws UsageError for an option that is wrong or unknown
 */
export function redisTokenStore(options: RedisTokenStoreOptions): TokenStore {
  const { client, secret, prefix = "tl", lease = 10_000, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw usageError(`redisTokenStore has no option ${unknown}; it has client, secret, prefix, lease.`);
  if (typeof secret !== "string" || secret.trim() === "")
    throw usageError("secret is expected: what tokens are encrypted by, such as the API key.");
  if (!(typeof lease === "number" && lease >= 100 && lease <= DAY))
    throw usageError(`lease is ${String(lease)}; milliseconds from 100 to a day are expected.`);
  checkPrefix(prefix);
  const runner = runnerOf(client, "client");
  let sealer: Promise<Sealer> | undefined;
  const ready = async (): Promise<Sealer & { readonly base: string }> => {
    sealer ??= sealerOf(secret);
    const own = await sealer;
    return { ...own, base: `{${prefix}:token:${own.name}}` };
  };

  return {
    async get() {
      const { base, open } = await ready();
      const sealed = await runner.run(GET, [base], []);
      const text = typeof sealed === "string" ? await open(sealed) : undefined;
      return text === undefined ? undefined : (JSON.parse(text) as StoredToken);
    },

    async set(token) {
      const { base, seal } = await ready();
      if (token === undefined) return await runner.run(FORGET, [base], []);
      const left = token.expiresAt === undefined ? DAY : Math.ceil(token.expiresAt - Date.now());
      if (left <= 0) return undefined;
      return await runner.run(
        SET,
        [base, `${base}:count`],
        [await seal(JSON.stringify(token)), String(left)],
      );
    },

    async exclusive(run) {
      const { base } = await ready();
      const owner = crypto.randomUUID();
      const keys = [`${base}:lock`, `${base}:count`];
      const startedAt = performance.now();
      let before: number | undefined;
      for (;;) {
        let got: number;
        let count: number;
        try {
          [got = 0, count = 0] = (await runner.run(LOCK, keys, [owner, String(lease)])) as number[];
        } catch {
          return await run();
        }
        if (Number(got) === 1) break;
        before ??= Number(count);
        // Another token is there, which `run` finds; or even those who took over from a dead one take too long.
        if (Number(count) !== before || performance.now() - startedAt > 3 * lease) return await run();
        await new Promise((resolve) => setTimeout(resolve, LOOK * (0.5 + Math.random())));
      }
      try {
        return await run();
      } finally {
        runner.run(UNLOCK, keys.slice(0, 1), [owner]).catch(() => {});
      }
    },
  };
}
