import { distance } from "fastest-levenshtein";

/** The candidate that `name` was probably meant to be; `undefined` where none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  // Distances cost length × length: nobody mistypes a name of this size.
  if (name.length > 200) return undefined;
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 2)) + 1;
  for (const candidate of candidates) {
    if (candidate.length > 200) continue;
    const steps = distance(name.toLowerCase(), candidate.toLowerCase());
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** `did you mean "x"?` if a candidate is near, else the list of candidates if it is short, else `otherwise`. */
export function suggest(name: string, candidates: Iterable<string>, otherwise?: string): string | undefined {
  const all = [...candidates];
  const near = nearest(name, all);
  if (near !== undefined) return `did you mean ${JSON.stringify(near)}?`;
  if (all.length > 0 && all.length <= 12) return `valid here: ${all.join(", ")}`;
  return otherwise;
}
