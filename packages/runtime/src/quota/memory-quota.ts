import type { Quota } from "../plug-in.ts";
import { memoryStore } from "./memory-store.ts";
import { type QuotaOptions, storeQuota } from "./store-quota.ts";

/** Options of {@link memoryQuota}. */
export interface MemoryQuotaOptions extends Omit<QuotaOptions, "address"> {}

/**
 * Makes requests wait so that they stay within the vendor's quotas. Its windows are exact, and kept in the memory of
 * this process. Clients that are given the same quota share it.
 *
 * @example
 * const quota = memoryQuota();
 * const client = new Vendor({ quota });
 * @throws {UsageError} for an option that is wrong or unknown
 */
export function memoryQuota(options: MemoryQuotaOptions = {}): Quota {
  return storeQuota(memoryStore(), options);
}
