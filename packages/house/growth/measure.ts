/**
 * How many times the work may grow where what is given grows eight times: two and a half times at each doubling. What grows
 * with the size is at 8, with its square at 64, and a pattern that tries all ways does not end.
 */
export const TIMES = 8;
export const MOST: number = 2.5 ** 3;

/** Below so many microseconds of computing nothing can be told. */
const FLOOR = 500;
const ROUNDS = 12;
/** What computes for so many microseconds is not spoilt by what comes by for a moment. */
const LONG = 1_000_000;
const ROUNDS_OF_LONG = 6;

/**
 * Microseconds of computing, not of waiting for others. It holds the compiler's and the collector's threads, too: the
 * time of one thread (`threadCpuUsage`) is told in steps of four milliseconds on Linux.
 */
export async function computing(run: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/**
 * How many times the work grows from the few to the many, at least. A busy machine only adds to a measurement, so each of
 * the two is the least of several, and they end as soon as the growth is small enough.
 */
export async function growthBetween(few: () => unknown, many: () => unknown): Promise<number> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const growth = (): number => most / Math.max(least, FLOOR);
  for (let round = 0; round < (most > LONG ? ROUNDS_OF_LONG : ROUNDS); round += 1) {
    most = Math.min(most, await computing(many));
    least = Math.min(least, await computing(few));
    if (growth() <= MOST) break;
  }
  return growth();
}
