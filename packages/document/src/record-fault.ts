/**
 * What is wrong with a file of ours that is not of the one version that is read, and what to do about it.
 *
 * @param what it should be, such as `a names lock`
 * @param wayOut what to do with one that is broken
 */
export function recordFault(version: unknown, what: string, wayOut: string): string {
  if (typeof version === "number" && version > 1)
    return `is ${what} of version ${version}, which a newer Trunkline wrote. Bring @trunkline/cli up to date.`;
  return `is not ${what} of version 1. ${wayOut}`;
}
