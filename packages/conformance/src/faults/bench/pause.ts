import { setImmediate, setTimeout } from "node:timers";

/** Real time, whatever the clock of the case says. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
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
