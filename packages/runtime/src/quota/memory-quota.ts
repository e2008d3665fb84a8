import type { Quota } from "../plug-in.ts";
import { memoryStore } from "./memory-store.ts";
import { type QuotaOptions, storeQuota } from "./store-quota.ts";

/** Options of {@link memoryQuota}. */
export interface MemoryQuotaOptions extends Omit<QuotaOptions, "address"> {}

/**
 * Makes requests wait before they are sent, so that they stay within the vendor's quotas. It counts exactly, in the
 * memory of this process. All clients that get the same quota count together.
 *
 * @throws {UsageError} if an option is wrong or unknown
 *
 * @example
 * const quota = memoryQuota();
 * const client = new Vendor({ quota });
 */
export function memoryQuota(options: MemoryQuotaOptions = {}): Quota {
  return storeQuota(memoryStore(), options);
}
