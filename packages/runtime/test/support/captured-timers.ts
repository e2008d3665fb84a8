// Takes the place of src/clock/timers.ts: a wait is recorded and over at once, and the clock moves on by it.

/** Every delay that was asked for, in milliseconds. */
export const delays: number[] = [];
let skipped = 0;

export type Timer = ReturnType<typeof setTimeout>;

export function startTimer(run: () => void, delay: number): Timer {
  delays.push(delay);
  return setTimeout(() => {
    skipped += delay;
    run();
  }, 0);
}

export function now(): number {
  return performance.now() + skipped;
}

/** Forgets what was recorded. */
export function forget(): void {
  delays.length = 0;
}
