/** The clients of Redis that are supported; each type has the methods that are used. */
export type RedisClient = IoredisLike | NodeRedisLike | UpstashLike;

/** `ioredis` and `iovalkey`, standalone or cluster. */
export interface IoredisLike {
  defineCommand(name: string, definition: { lua: string }): void;
  evalsha(sha: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
  eval(script: string, keys: number, ...keysAndArguments: string[]): Promise<unknown>;
}

/** `redis`, standalone or cluster. */
export interface NodeRedisLike {
  evalSha(sha: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
}

/** `@upstash/redis`. */
export interface UpstashLike {
  evalsha(sha: string, keys: string[], args: string[]): Promise<unknown>;
  eval(script: string, keys: string[], args: string[]): Promise<unknown>;
}

/** The two commands that everything is made of: a script by its digest, and by its text. */
export interface Commands {
  evalsha(sha: string, keys: string[], args: string[]): Promise<unknown>;
  eval(script: string, keys: string[], args: string[]): Promise<unknown>;
}

/**
 * What the clients have in common; what they are is told by their methods, since copies and wrappers have other classes.
 *
 * @throws TypeError for what is none of them
 */
export function commandsOf(client: RedisClient): Commands {
  const has = (name: string): boolean =>
    typeof (client as unknown as Record<string, unknown> | null | undefined)?.[name] === "function";
  if (has("evalSha") && has("eval")) {
    const own = client as NodeRedisLike;
    return {
      evalsha: (sha, keys, args) => own.evalSha(sha, { keys, arguments: args }),
      eval: (script, keys, args) => own.eval(script, { keys, arguments: args }),
    };
  }
  if (has("defineCommand") && has("evalsha")) {
    const own = client as IoredisLike;
    return {
      evalsha: (sha, keys, args) => own.evalsha(sha, keys.length, ...keys, ...args),
      eval: (script, keys, args) => own.eval(script, keys.length, ...keys, ...args),
    };
  }
  if (has("evalsha") && has("eval")) {
    const own = client as UpstashLike;
    return {
      evalsha: (sha, keys, args) => own.evalsha(sha, keys, args),
      eval: (script, keys, args) => own.eval(script, keys, args),
    };
  }
  throw new TypeError("is not a client of ioredis, redis, iovalkey or @upstash/redis");
}
