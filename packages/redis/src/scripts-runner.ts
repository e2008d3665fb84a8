import { type Commands, commandsOf, type RedisClient } from "./commands.ts";
import { shaOf } from "./digest.ts";
import { usageError } from "./usage-error.ts";

/** Longest time that one command may take, in milliseconds, whatever the client's own limits are. */
export const COMMAND_LIMIT = 500;

/** How long Redis is left alone after it failed, in milliseconds. */
const REST = 1000;

/** The end of a wait, in milliseconds, in which a process that had no processor reads what came meanwhile. */
const LAST_LOOK = 50;

/** Redis did not answer, or not as it should. What the client says of it is not shown: it may hold the whole command. */
export class RedisUnavailable extends Error {
  override readonly name: string = "RedisUnavailable";
  /** What is wrong, as a sentence whose "it" is Redis. */
  readonly reason: string;
  /** Milliseconds for which it is not asked again. */
  readonly restMs: number;
  /** Whether it may answer when it is asked again, without anybody's doing. */
  readonly mayPass: boolean;

  constructor(reason: string, restMs: number, mayPass = true) {
    super(`Redis cannot be used: ${reason}`);
    this.reason = reason;
    this.restMs = restMs;
    this.mayPass = mayPass;
  }
}

/** Runs scripts, each within its time, and none while Redis rests after a failure. */
export interface Runner {
  /** @throws RedisUnavailable */
  run(script: string, keys: string[], args: string[]): Promise<unknown>;
  /** Milliseconds for which Redis is left alone; 0 where it would be asked. */
  rest(): number;
}

/**
 * @param option whose client it is, at the start of a sentence
 * @throws UsageError for what is not a client of Redis
 */
export function runnerOf(client: RedisClient, option: string): Runner {
  let commands: Commands;
  try {
    commands = commandsOf(client);
  } catch (error) {
    throw usageError(`${option} ${(error as Error).message}.`);
  }
  const shas = new Map<string, Promise<string>>();
  let restsUntil = 0;
  let failure: RedisUnavailable | undefined;

  async function evaluate(script: string, keys: string[], args: string[]): Promise<unknown> {
    const sha = shas.get(script) ?? shaOf(script);
    shas.set(script, sha);
    try {
      return await commands.evalsha(await sha, keys, args);
    } catch (error) {
      // After a restart or a failover it has forgotten the script; only the message is the same everywhere.
      if (!/NOSCRIPT/.test(String((error as Error | undefined)?.message))) throw error;
      return await commands.eval(script, keys, args);
    }
  }

  const rest = (): number => Math.max(0, restsUntil - performance.now());
  return {
    rest,
    async run(script, keys, args) {
      const left = rest();
      if (left > 0 && failure) throw new RedisUnavailable(failure.reason, left, failure.mayPass);
      try {
        return await within(evaluate(script, keys, args));
      } catch (error) {
        restsUntil = performance.now() + REST;
        failure = unavailable(error);
        throw failure;
      }
    },
  };
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Nobody waits for it any more when it is late.
  work.catch(() => {});
  try {
    return await Promise.race([
      work,
      new Promise<never>((_, reject) => {
        // After a time without a processor timers are due before what came is read: the second one is due after that.
        timer = setTimeout(() => {
          timer = setTimeout(() => reject(new TooSlow()), LAST_LOOK);
        }, COMMAND_LIMIT - LAST_LOOK);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

class TooSlow extends Error {}

/** What a person can do something about, in our words: the client's may quote keys, arguments and addresses. */
function unavailable(error: unknown): RedisUnavailable {
  if (error instanceof TooSlow)
    return new RedisUnavailable(`it did not answer within ${COMMAND_LIMIT} ms`, REST);
  // Some clients quote the command, with what stands in its arguments.
  const [text = ""] = String((error as Error | undefined)?.message ?? error).split(", command was:");
  for (const [pattern, reason] of PASSING) if (pattern.test(text)) return new RedisUnavailable(reason, REST);
  for (const [pattern, reason] of LASTING)
    if (pattern.test(text)) return new RedisUnavailable(reason, REST, false);
  const reason = /^(Command failed: )?ERR\b/.test(text)
    ? "it answered with an error"
    : "the connection failed";
  return new RedisUnavailable(reason, REST);
}

type Reasons = readonly (readonly [RegExp, string])[];

const PASSING: Reasons = [
  [/CLUSTERDOWN|MOVED|ASK/, "its cluster is not ready, or needs a client for clusters (CLUSTERDOWN, MOVED)"],
  [/LOADING/, "it is loading its data (LOADING)"],
  [/NOREPLICAS/, "it has too few replicas to take writes (NOREPLICAS)"],
  [/BUSY/, "it is busy with a script (BUSY)"],
  [/max number of clients/, "it takes no more clients (maxclients)"],
];
const LASTING: Reasons = [
  [/NOAUTH|WRONGPASS|AUTH/, "it refuses the user name or password (NOAUTH, WRONGPASS)"],
  [/NOPERM|The user executing|ACL failure/, "its user may not run scripts or use these keys (NOPERM)"],
  [/READONLY/, "it is a replica that takes no writes (READONLY); connect to the primary"],
  [/MASTERDOWN/, "it is a replica that has lost its primary (MASTERDOWN); connect to the primary"],
  [/OOM/, "its memory is full (OOM); set maxmemory, with the policy noeviction"],
  [/CROSSSLOT/, "keys lie in several slots (CROSSSLOT)"],
  [/WRONGTYPE/, "a key of this name holds something else (WRONGTYPE); give another name"],
  [/unknown command|ERR unknown/i, "it does not know EVALSHA"],
  [/DENIED/, "it is in protected mode, and lets nobody in from other machines"],
  [/MISCONF/, "it cannot write to its disk (MISCONF)"],
];

/** @throws RedisUnavailable for what is not a list of numbers */
export function numbers(answer: unknown): number[] {
  const list = Array.isArray(answer) ? answer.map(Number) : [];
  if (list.length === 0 || list.some(Number.isNaN))
    throw new RedisUnavailable("it answered with something else", 0);
  return list;
}
