interface Waiters {
  readonly all: Set<() => void>;
  readonly listener: () => void;
}

const waitersOf: WeakMap<AbortSignal, Waiters> = new WeakMap();

/**
 * Runs something once a signal is aborted, and at once if it is already. However many wait for a signal, it has one
 * listener of ours: Node.js 20 warns of more than ten as of a leak.
 *
 * @param run a function that waits once at a time
 * @returns what takes it back
 */
export function onAbort(signal: AbortSignal | null | undefined, run: () => void): () => void {
  if (!signal || signal.aborted) {
    if (signal) run();
    return () => {};
  }
  const { all, listener } = waitersOf.get(signal) ?? listen(signal);
  all.add(run);
  return () => {
    if (!all.delete(run) || all.size > 0) return;
    waitersOf.delete(signal);
    signal.removeEventListener("abort", listener);
  };
}

function listen(signal: AbortSignal): Waiters {
  const all = new Set<() => void>();
  const listener = (): void => {
    waitersOf.delete(signal);
    for (const waiter of all) waiter();
  };
  const waiters = { all, listener };
  waitersOf.set(signal, waiters);
  signal.addEventListener("abort", listener, { once: true });
  return waiters;
}
