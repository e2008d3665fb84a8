const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const open = new Set<() => void>();

/**
 * Has something cleaned up in case that a signal ends the process before it is done. Listeners stand only meanwhile, and
 * the process still ends by that signal.
 *
 * @param cleanUp - runs at once, so that it must not wait for anything
 * @returns to be called when there is nothing left to clean up
 */
export function whenInterrupted(cleanUp: () => void): () => void {
  // The first to be asked: by then, those of others that listen only once still count.
  if (open.size === 0) for (const signal of signals) process.prependListener(signal, interrupted);
  open.add(cleanUp);
  return () => {
    open.delete(cleanUp);
    if (open.size === 0) stopListening();
  };
}

function interrupted(signal: NodeJS.Signals): void {
  // With another listener, the process goes on, and all is cleaned up in due time.
  if (process.listenerCount(signal) > 1) return;
  // What was opened last may still use what was opened before.
  for (const cleanUp of [...open].reverse()) {
    try {
      cleanUp();
    } catch {
      // The process ends nonetheless, and nobody could be told.
    }
  }
  stopListening();
  process.kill(process.pid, signal);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, interrupted);
}
