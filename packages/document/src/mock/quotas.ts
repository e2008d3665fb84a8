import type { Read } from "../extension.ts";
import type { DocumentOperation } from "./document/operations.ts";
import type { FailRule } from "./types.ts";

const LENGTHS = { second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
const SHARED: ReadonlySet<string> = new Set(["account", "key", "address"]);

/** Counts arrivals in the windows that a document states, exactly; whoever asks is one account, one key and one address. */
export interface QuotaCounter {
  /** The refusal of a request that is too much; every arrival counts, those that are refused too. */
  refusalOf(operation: DocumentOperation | undefined): FailRule | undefined;
  clear(): void;
}

export function countQuotas(said: Read<"document">): QuotaCounter {
  const windows = (said.quotas ?? []).map((quota) => ({
    ...quota,
    length: "per" in quota ? LENGTHS[quota.per] : quota.perSeconds * 1000,
    arrivals: new Map<string, number[]>(),
  }));
  return {
    refusalOf(operation) {
      const now = performance.now();
      let wait = 0;
      let headers: Record<string, string> = {};
      for (const { limit, scope, length, arrivals, headers: fields } of windows) {
        if (!SHARED.has(scope) && scope !== "operation" && !operation?.extension.quotas?.includes(scope))
          continue;
        const counted = scope === "operation" ? (operation?.route ?? "") : "";
        const moments = (arrivals.get(counted) ?? []).filter((at) => at > now - length);
        moments.push(now);
        arrivals.set(counted, moments);
        if (moments.length <= limit) continue;
        const free = (moments[moments.length - 1 - limit] as number) + length - now;
        if (free <= wait) continue;
        wait = free;
        const reset = String(Math.ceil((Date.now() + free) / 1000));
        headers = fields
          ? {
              [fields.remaining]: "0",
              ...(fields.reset && { [fields.reset]: reset }),
              ...(fields.only && { [fields.only.header]: fields.only.value }),
            }
          : {};
      }
      if (wait === 0) return undefined;
      return { status: 429, retryAfter: Math.ceil(wait / 1000), headers };
    },
    clear() {
      for (const { arrivals } of windows) arrivals.clear();
    },
  };
}
