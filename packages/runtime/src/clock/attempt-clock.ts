import { startTimer, type Timer } from "./timers.ts";

/** Watches over one attempt: ends it when its time is up or its caller aborts. */
export interface AttemptClock {
  /** For `fetch`. */
  readonly signal: AbortSignal;
  /** Why the attempt was ended; undefined while it may go on. */
  ended: Error | undefined;
  /** Settles with the work, or as soon as the clock ends it, even if the work ignores the signal. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Starts the time anew. */
  arm(limit: number, late: () => Error): void;
  /** Stops the time; an abort still ends the attempt. */
  disarm(): void;
  /** Lets go of timer and signal. */
  stop(): void;
}

/**
 * One timer and one controller. `AbortSignal.timeout` and `AbortSignal.any` are not used: the former is
 * collected as garbage before it fires where only a Request holds it (nodejs/undici#2198), the latter fails on
 * Node 20. What the clock needs is held by the frame of its caller.
 */
export function startClock(signal: AbortSignal | null | undefined, aborted: () => Error): AttemptClock {
  const controller = new AbortController();
  let timer: Timer | undefined;
  let fail: ((error: Error) => void) | undefined;

  const end = (error: Error): void => {
    clock.ended = error;
    clock.stop();
    fail?.(error);
    controller.abort(error);
  };
  const onAbort = (): void => end(aborted());
  const disarm = (): void => clearTimeout(timer);
  const clock: AttemptClock = {
    signal: controller.signal,
    ended: undefined,
    race: (work) =>
      new Promise((resolve, reject) => {
        fail = reject;
        if (clock.ended) reject(clock.ended);
        work.then(resolve, reject);
      }),
    arm(limit, late) {
      disarm();
      timer = limit === Number.POSITIVE_INFINITY ? undefined : startTimer(() => end(late()), limit);
    },
    disarm,
    stop() {
      disarm();
      signal?.removeEventListener("abort", onAbort);
    },
  };
  if (signal?.aborted) onAbort();
  else signal?.addEventListener("abort", onAbort, { once: true });
  return clock;
}
