/** What the first has and the second has not. */
export function missing(of: readonly string[], from: readonly string[]): readonly string[] {
  const known = new Set(from);
  return of.filter((one) => !known.has(one));
}
