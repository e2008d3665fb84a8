import { usageError } from "./usage-error.ts";

/** @throws UsageError for a name that nothing reads */
export function checkNames(owner: string, given: unknown, names: readonly string[]): void {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw usageError(`The options of ${owner} are not an object.`);
  }
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const shown = JSON.stringify(unknown.slice(0, 40));
  const meant = names.find((name) => name.toLowerCase() === unknown.toLowerCase());
  throw usageError(
    `${owner} has no option ${shown}${meant ? `; is ${meant} meant?` : `. There are: ${[...names].sort().join(", ")}.`}`,
  );
}
