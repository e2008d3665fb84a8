/** The middle of some figures; of an even number of them, the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * Median of the ratios of two contestants, round by round: what the machine did in a round, it did to both.
 */
export function medianRatio(figures: readonly number[], base: readonly number[]): number {
  return median(figures.map((figure, round) => figure / (base[round] ?? Number.NaN)));
}

/** As {@link medianRatio}, of differences. */
export function medianDifference(figures: readonly number[], base: readonly number[]): number {
  return median(figures.map((figure, round) => figure - (base[round] ?? Number.NaN)));
}
