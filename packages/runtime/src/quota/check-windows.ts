import { UsageError } from "../client.ts";
import type { QuotaWindow } from "../quota-window.ts";

/** @throws {UsageError} for windows that nothing could be counted in */
export function checkWindows(windows: readonly QuotaWindow[]): void {
  const given: unknown = windows;
  if (!Array.isArray(given) || given.length === 0) {
    throw new UsageError(
      "windows is expected to be a list of { limit, per, scope }, one at least, with per in milliseconds.",
    );
  }
  for (const window of given) {
    const { limit, per, scope } = Object(window) as Partial<QuotaWindow>;
    if (!Number.isInteger(limit) || (limit as number) < 1)
      throw new UsageError(`A window's limit is ${String(limit)}; a whole number, 1 or more, is expected.`);
    if (!(Number(per) >= 1 && Number(per) < Number.POSITIVE_INFINITY))
      throw new UsageError(`A window's per is ${String(per)}; its length in milliseconds is expected.`);
    if (typeof scope !== "string" || scope === "")
      throw new UsageError(
        "A window has no scope; account, key, address, operation or a group of the document is expected.",
      );
  }
}
