import { onAbort } from "./on-abort.ts";
import { startTimer } from "./timers.ts";

/** Waits. An abort ends the wait at once; no listener is left behind. @returns false where it was aborted */
export function sleep(delay: number, signal: AbortSignal | null | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOver: boolean): void => {
      clearTimeout(timer);
      letGo?.();
      resolve(isOver);
    };
    let letGo: (() => void) | undefined;
    const timer = startTimer(() => end(true), delay);
    letGo = onAbort(signal, () => end(false));
  });
}
