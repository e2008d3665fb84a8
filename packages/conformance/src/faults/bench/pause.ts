import { clearTimeout, setImmediate, setTimeout } from "node:timers";

/** Real time, whatever the clock of the case says. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Waits for work, at most that many milliseconds of real time. The timer goes with the wait: nothing of it keeps the
 * process alive.
 *
 * @returns whether the work has ended
 * @throws what the work throws in time; what it throws later is let go
 */
export async function isDoneWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets everything run that is ready to run. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Waits until `condition` holds; false when it did not within `limit` real milliseconds. */
export async function until(condition: () => boolean, limit = 3000): Promise<boolean> {
  const end = process.hrtime.bigint() + BigInt(limit) * 1_000_000n;
  while (!condition()) {
    if (process.hrtime.bigint() > end) return false;
    await pause(2);
  }
  return true;
}
