/** Names that are taken within one package, one class or one folder. */
export interface Scope {
  has(name: string): boolean;
  /** Takes a name that is known to be right, as from the lock. False when another has it. */
  take(name: string): boolean;
  /** Takes the first free one of the candidates, else the last one with the lowest free number. */
  claim(candidates: readonly string[]): string;
}

/**
 * @param isReserved - names that are never given out
 * @param fold - what counts as equal; file names differ in more than case
 */
export function createScope(
  isReserved: (name: string) => boolean,
  fold: (name: string) => string = (name) => name,
): Scope {
  const taken = new Set<string>();
  // Where to go on counting: thousands of equal names must not each count from 2.
  const lastNumber = new Map<string, number>();
  const isFree = (name: string): boolean => name !== "" && !taken.has(fold(name)) && !isReserved(name);
  const take = (name: string): boolean => {
    if (taken.has(fold(name))) return false;
    taken.add(fold(name));
    return true;
  };
  return {
    has: (name) => taken.has(fold(name)),
    take,
    claim(candidates) {
      let name = candidates.find(isFree);
      const stem = candidates.at(-1) || "unnamed";
      for (let number = (lastNumber.get(stem) ?? 1) + 1; name === undefined; number++) {
        if (isFree(`${stem}${number}`)) name = `${stem}${number}`;
        lastNumber.set(stem, number);
      }
      take(name);
      return name;
    },
  };
}
