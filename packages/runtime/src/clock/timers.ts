/** Longest delay of `setTimeout`; anything beyond fires at once. */
const MAX_DELAY: number = 2 ** 31 - 1;

/** A running timer. */
export type Timer = ReturnType<typeof setTimeout>;

/** `setTimeout`, looked up at every use so that tests can capture it, and never longer than it can hold. */
export function startTimer(run: () => void, delay: number): Timer {
  return setTimeout(run, Math.min(delay, MAX_DELAY));
}

/** Milliseconds of a clock that never jumps. */
export function now(): number {
  return performance.now();
}
