import { onAbort } from "./on-abort.ts";
import { now, startTimer, type Timer } from "./timers.ts";

/** What ends a wait: the caller's signal, or the limit that was reached. */
export type Ending = "signal" | "timeout" | "totalTimeout" | "idleTimeout";

/** Watches over work that may be ended: by its caller's signal, or because its time is up. */
export interface Clock {
  /** Tells the work, as `fetch` wants to be told. */
  readonly signal: AbortSignal;
  /** What has ended the work; undefined while it may go on. */
  readonly ended: Ending | undefined;
  /**
   * Settles with the work, or is rejected as soon as the work is ended, even if it ignores the signal. What is thrown
   * for that says nothing: who waits makes the error of it, so that its stack has those who wait for him.
   */
  race<T>(work: Promise<T>): Promise<T>;
  /** Starts the time anew. */
  arm(limit: number, ending: Ending): void;
  /** Stops the time; the signal still ends the work. */
  disarm(): void;
  /** Lets go of timer and signal. */
  stop(): void;
}

/**
 * One timer and one controller. `AbortSignal.timeout` and `AbortSignal.any` are not used: the former is
 * collected as garbage before it fires where only a Request holds it (nodejs/undici#2198), the latter fails on
 * Node 20. What the clock needs is held by the frame of its caller.
 */
export function startClock(signal: AbortSignal | null | undefined): Clock {
  const controller = new AbortController();
  let timer: Timer | undefined;
  let reject: ((ending: Ending) => void) | undefined;

  const end = (ending: Ending): void => {
    clock.ended = ending;
    clock.stop();
    reject?.(ending);
    // Not a DOMException, which React Native does not have.
    controller.abort(ending === "signal" ? signal?.reason : new Error(ending));
  };
  let letGo: (() => void) | undefined;
  const disarm = (): void => clearTimeout(timer);
  const clock: Clock & { ended: Ending | undefined } = {
    signal: controller.signal,
    ended: undefined,
    race: (work) =>
      new Promise((resolve, fail) => {
        reject = fail;
        if (clock.ended) fail(clock.ended);
        work.then(resolve, fail);
      }),
    arm(limit, ending) {
      disarm();
      timer = limit === Number.POSITIVE_INFINITY ? undefined : startTimer(() => end(ending), limit);
    },
    disarm,
    stop() {
      disarm();
      letGo?.();
    },
  };
  letGo = onAbort(signal, () => end("signal"));
  return clock;
}

/** Milliseconds that are left. Where there is no limit, nobody looks at the clock, which has its price. */
export function until(deadline: number): number {
  return deadline === Number.POSITIVE_INFINITY ? deadline : deadline - now();
}
