import { startTimer } from "./timers.ts";

/** Waits. An abort ends the wait at once, with the error that `aborted` makes; no listener is left behind. */
export function sleep(
  delay: number,
  signal: AbortSignal | null | undefined,
  aborted: () => Error,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    };
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(aborted());
    };
    const timer = startTimer(end, delay);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}
