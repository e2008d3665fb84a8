import { usageError } from "./usage-error.ts";

/** @throws UsageError for a prefix that would take the slots of a cluster apart, or cannot be read */
export function checkPrefix(prefix: unknown): void {
  if (typeof prefix === "string" && /^[\w.:-]{1,100}$/.test(prefix)) return;
  throw usageError(
    "prefix is expected to be 1 to 100 letters, digits, dots, colons, hyphens or underscores.",
  );
}
