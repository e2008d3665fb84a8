import { AsyncLocalStorage } from "node:async_hooks";
import {
  clearTimeout as realClearTimeout,
  setImmediate as realSetImmediate,
  setTimeout as realSetTimeout,
} from "node:timers";

/** A delay that no client asks for by itself: timers of at least half of it are guards, not waits. */
export const GUARD: number = 2 ** 30;

/** What becomes of a timer: it fires at once, in its own time, or only by hand. */
export type TimerFate = "now" | "real" | "hold";

/** A timer that the client under test asked for. */
export interface CapturedTimer {
  readonly delay: number;
  /** Fires it, as if its time had come. */
  fire(): void;
}

/** The time of one case: the client's own timers, and nobody else's. */
export interface Clock {
  /** Every delay that was asked for, guards excepted, in order. */
  readonly waits: readonly number[];
  /** Timers that were neither fired nor cleared. */
  readonly pending: readonly CapturedTimer[];
  /** Decides over every new timer. @default waits fire at once, guards are held */
  fate: (delay: number) => TimerFate;
  /** Called before a wait ends. */
  onWait: ((delay: number) => void | Promise<void>) | undefined;
  /** Moves `Date.now()` and `performance.now()` of the case. */
  advance(milliseconds: number): void;
}

interface ClockState extends Clock {
  offset: number;
  add(callback: () => void, delay: number): object;
}

const current: AsyncLocalStorage<ClockState> = new AsyncLocalStorage();

/**
 * Runs `work` with captured timers. A timer is captured when it is asked for in the asynchronous context of
 * `work` by code that is not Node's own: so sockets keep theirs, and so does whatever else runs in the process.
 */
export async function withClock<T>(work: (clock: Clock) => Promise<T>): Promise<T> {
  const remove = patch();
  const clock = createClock();
  try {
    return await current.run(clock, () => work(clock));
  } finally {
    remove();
  }
}

function createClock(): ClockState {
  const pending = new Set<CapturedTimer>();
  const waits: number[] = [];
  const clock: ClockState = {
    waits,
    get pending() {
      return [...pending];
    },
    fate: (delay) => (delay >= GUARD / 2 ? "hold" : "now"),
    onWait: undefined,
    offset: 0,
    advance: (milliseconds) => {
      clock.offset += milliseconds;
    },
    add: (callback, delay) => {
      const fate = clock.fate(delay);
      if (delay < GUARD / 2 || Number.isNaN(delay)) waits.push(delay);
      const timer: CapturedTimer & { clear(): void } = {
        delay,
        fire: () => {
          if (!pending.delete(timer)) return;
          if (delay > 0) clock.offset += delay;
          current.run(clock, callback);
        },
        clear: () => {
          pending.delete(timer);
          if (handle !== undefined) realClearTimeout(handle);
        },
      };
      pending.add(timer);
      let handle: NodeJS.Timeout | undefined;
      if (fate === "real") {
        handle = realSetTimeout(() => {
          if (pending.delete(timer)) current.run(clock, callback);
        }, delay);
      } else if (fate === "now") {
        realSetImmediate(async () => {
          if (pending.has(timer)) await clock.onWait?.(delay);
          timer.fire();
        });
      }
      return handleOf(timer);
    },
  };
  return clock;
}

const captured: WeakMap<object, { clear(): void }> = new WeakMap();

function handleOf(timer: CapturedTimer & { clear(): void }): object {
  const handle = {
    ref: () => handle,
    unref: () => handle,
    hasRef: () => true,
    refresh: () => handle,
    close: () => timer.clear(),
    [Symbol.dispose]: () => timer.clear(),
  };
  captured.set(handle, timer);
  return handle;
}

let users = 0;
let restore: () => void = () => {};

/** Replaces the globals for as long as anybody needs it. */
function patch(): () => void {
  users += 1;
  if (users === 1) restore = replaceGlobals();
  return () => {
    users -= 1;
    if (users === 0) restore();
  };
}

function replaceGlobals(): () => void {
  const { setTimeout, clearTimeout } = globalThis;
  const dateNow = Date.now;
  const performanceNow = performance.now;

  const capture = (
    callback: (...values: unknown[]) => void,
    delay?: number,
    ...values: unknown[]
  ): unknown => {
    const clock = current.getStore();
    if (clock === undefined || isPlatform(capture)) {
      const timer = setTimeout(callback, delay, ...values);
      // A client's guard that no case holds, as one that it asks for in an event of a socket: days that nobody waits for.
      if (Number(delay) >= GUARD / 2) timer.unref?.();
      return timer;
    }
    return clock.add(() => callback(...values), delay === undefined ? 0 : Number(delay));
  };
  const clear = (handle?: unknown): void => {
    const timer = typeof handle === "object" && handle !== null ? captured.get(handle) : undefined;
    if (timer === undefined) clearTimeout(handle as NodeJS.Timeout);
    else timer.clear();
  };
  globalThis.setTimeout = Object.assign(capture, setTimeout) as unknown as typeof setTimeout;
  globalThis.clearTimeout = clear as typeof clearTimeout;
  Date.now = () => dateNow.call(Date) + Math.round(current.getStore()?.offset ?? 0);
  performance.now = () => performanceNow.call(performance) + (current.getStore()?.offset ?? 0);
  return () => {
    globalThis.setTimeout = setTimeout;
    globalThis.clearTimeout = clearTimeout;
    Date.now = dateNow;
    performance.now = performanceNow;
  };
}

/** Whether the timer is asked for by Node itself, as undici does for its sockets through the same global, Node's and npm's. */
function isPlatform(called: (...values: never[]) => unknown): boolean {
  const { stackTraceLimit, prepareStackTrace } = Error;
  // The file alone: to write a stack, test runners look up every line in the source maps.
  Error.stackTraceLimit = 1;
  Error.prepareStackTrace = (_, [caller]) => caller?.getFileName();
  const holder: { stack?: unknown } = {};
  Error.captureStackTrace(holder, called);
  const file = holder.stack;
  Object.assign(Error, { stackTraceLimit, prepareStackTrace });
  return typeof file === "string" && /^node:|[\\/]undici[\\/]lib[\\/]/.test(file);
}
