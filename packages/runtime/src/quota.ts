/** Quotas make requests wait, so that they stay within the vendor's limits. */
export type { Quota } from "./client.ts";
export { type MemoryQuotaOptions, memoryQuota } from "./quota/memory-quota.ts";
export { type MemoryStore, memoryStore } from "./quota/memory-store.ts";
export { QuotaError } from "./quota/quota-error.ts";
export { type QuotaOptions, storeQuota } from "./quota/store-quota.ts";
export type {
  NamedWindow,
  NoPlace,
  Place,
  QuotaStore,
  StatedWindow,
  TakeOptions,
  WindowState,
} from "./quota/types.ts";
export type { Sharing } from "./quota/windows-of.ts";
export type { QuotaHeaders, QuotaScope, QuotaState, QuotaWindow } from "./quota-window.ts";
