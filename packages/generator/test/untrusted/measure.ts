import { computing } from "../../../house/growth/measure.ts";

/** Twice the input may cost so much more. What grows with the square costs four times as much. */
const MOST = 2.5;

/** Milliseconds of computing, not of waiting for others. */
export async function costOf(work: () => unknown): Promise<number> {
  return (await computing(work)) / 1000;
}

/**
 * How much more twice the input costs, at least: of all that disturbs a measurement, nothing makes it quicker.
 *
 * @param known - what the input cost already, the least of two measurements
 */
async function growthOf(
  work: (size: number) => () => unknown,
  size: number,
  known: number = Infinity,
): Promise<number> {
  const [once, twice] = [work(size), work(2 * size)];
  let [least, leastOfTwice] = [known, Infinity];
  for (let round = 0; round < 8; round++) {
    if (round > 0 || known === Infinity) least = Math.min(least, await costOf(once));
    leastOfTwice = Math.min(leastOfTwice, await costOf(twice));
    // One measurement of the smaller may be disturbed, and hide the growth; of two the lesser counts.
    if ((round > 0 || known !== Infinity) && leastOfTwice <= MOST * least) break;
    // What takes long is not disturbed by little, but for as long as others are at work.
    if (round > 3 && leastOfTwice > 200) break;
  }
  return leastOfTwice / least;
}

/**
 * Whether the growth is more than it should be, twice: a larger text tells more of it, and less of what happens once.
 *
 * @param known - what the size cost already, the least of two measurements
 */
export async function growsTooFast(
  work: (size: number) => () => unknown,
  size: number,
  known?: number,
): Promise<boolean> {
  return (await growthOf(work, size, known)) > MOST && (await growthOf(work, 2 * size)) > MOST;
}
