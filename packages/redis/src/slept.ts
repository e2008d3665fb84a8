/** Waits; false where the signal ended the wait. */
export function slept(ms: number, signal: AbortSignal | null | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isOver: boolean): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      resolve(isOver);
    };
    const onAbort = (): void => end(false);
    const timer = setTimeout(() => end(true), Math.min(Math.max(1, Math.ceil(ms)), 2 ** 31 - 1));
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}
