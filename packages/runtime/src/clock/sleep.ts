import { startTimer } from "./timers.ts";

/** Waits. An abort ends the wait at once; no listener is left behind. @returns false where it was aborted */
export function sleep(delay: number, signal: AbortSignal | null | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOver: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(isOver);
    };
    const onAbort = (): void => end(false);
    const timer = startTimer(() => end(true), delay);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}
