import { brand, type ErrorKind, isKind } from "./brand.ts";

/** Which call an error belongs to. */
export interface ErrorContext {
  /** Name of the client class. */
  readonly client?: string | undefined;
  /** Operation id: `resource.method`. */
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  /** Path template, never the filled path. */
  readonly path?: string | undefined;
  /** How many times the request was sent. */
  readonly attempts?: number | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly cause?: unknown;
  /** The vendor's id of the request, if an answer had one. */
  readonly requestId?: string | undefined;
}

/** What is shown of an error as JSON; bodies, which may hold what people wrote, are asked for by name. */
const SHOWN = [
  "status",
  "code",
  "requestId",
  "client",
  "operation",
  "method",
  "path",
  "attempts",
  "idempotencyKey",
  "retryAfterMs",
  "unsent",
] as const;

/** Most frames of this package between the place where an error is made and the caller's code. */
const OWN_FRAMES = 15;

/** Base of every error that a Trunkline client throws. */
export class TrunklineError extends Error {
  /** What `instanceof` compares, in place of the prototype. */
  static readonly kind: ErrorKind | "" = "";

  /**
   * Makes `instanceof` work across copies of this package, such as ESM and CJS. A subclass of your own is compared by
   * its prototype.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the class that was asked, often a child of this one
    return isKind(this, value);
  }

  /** Name of the client class, as in `Agoralia`. */
  declare readonly client: string | undefined;
  /** Operation id, as in `agents.list`. */
  declare readonly operation: string | undefined;
  declare readonly method: string | undefined;
  /** Path template, as in `/agents/{id}`. */
  declare readonly path: string | undefined;
  /** How many times the request was sent; 0 if nothing was sent. */
  declare readonly attempts: number;
  /** The key under which the call can be repeated without being done twice. */
  declare readonly idempotencyKey: string | undefined;
  /**
   * Where a walk over pages failed: the arguments of the page that was not read. Call the method with them to go on.
   * Every `PageError` has them; any other error has them if it ended a walk.
   */
  declare readonly resume?: Readonly<Record<string, unknown>> | undefined;

  constructor(
    message: string,
    context: ErrorContext = {},
    kind: ErrorKind = "other",
    name = "TrunklineError",
  ) {
    const { cause } = context;
    const { stackTraceLimit: limit } = Error;
    // V8 keeps as many frames as this says, ten at first, and ours must not push out the caller's.
    if (limit) Reflect.set(Error, "stackTraceLimit", limit + OWN_FRAMES);
    super(message, cause === undefined ? undefined : { cause });
    if (limit) Reflect.set(Error, "stackTraceLimit", limit);
    // What a child declares beyond the context comes along.
    this.attempts = 0;
    for (const name in context) {
      if (name === "cause") continue;
      const value = context[name as keyof ErrorContext];
      // Header fields, which may be many and hold cookies, are not printed with the error, nor is what is not known.
      const enumerable = value !== undefined && name !== "headers";
      Object.defineProperty(this, name, { value, enumerable, writable: true, configurable: true });
    }
    brand(this, kind, name);
  }

  /**
   * The error as plain data, for logs and queues: name, message, status, code, request id and the like. The answer's
   * body is not part of it.
   */
  toJSON(): Record<string, unknown> {
    const { name, message } = this;
    const shown: Record<string, unknown> = { name, message };
    for (const key of SHOWN) {
      const value = (this as Readonly<Record<string, unknown>>)[key];
      if (value !== undefined) shown[key] = value;
    }
    return shown;
  }
}
