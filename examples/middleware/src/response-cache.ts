import type { Middleware } from "@trunkline/agentref";
import { LRUCache } from "lru-cache";

/** What is kept of an answer. */
interface Kept {
  readonly body: string;
  readonly headers: [string, string][];
}

export interface ResponseCacheOptions {
  /** How long an answer is given again, in milliseconds. */
  readonly maxAge: number;
  /** Most tenants that have answers here; the one that was not served for longest is forgotten. @default 100 */
  readonly tenants?: number;
  /** Most answers that one of them has here. @default 1000 */
  readonly answers?: number;
}

/**
 * Gives the answers to GETs again. `request.identity` differs for each credential and base URL, so that no tenant is given
 * what another one asked for. Whatever may change something lets go of all answers of its tenant.
 */
export function responseCache({ maxAge, tenants = 100, answers = 1000 }: ResponseCacheOptions): Middleware {
  const all = new LRUCache<string, LRUCache<string, Kept>>({ max: tenants });
  return async function responseCache({ identity, method, url, headers }, next) {
    if (method !== "GET") {
      try {
        return await next();
      } finally {
        // After the answer: what was asked for meanwhile is kept in the cache that goes.
        all.delete(identity);
      }
    }
    const own = all.get(identity) ?? new LRUCache<string, Kept>({ max: answers, ttl: maxAge });
    all.set(identity, own);
    // Header fields too: an answer may be in the language that they ask for.
    const key = JSON.stringify([url, headers]);
    const kept = own.get(key);
    if (kept) return new Response(kept.body, { headers: kept.headers });
    const response = await next();
    if (mayBeKept(response)) {
      own.set(key, { body: await response.clone().text(), headers: [...response.headers] });
    }
    return response;
  };
}

/** Files and streams may be too large to keep, and an answer may forbid it. */
function mayBeKept({ status, headers }: Response): boolean {
  const isJSON = headers.get("content-type")?.startsWith("application/json") ?? false;
  return status === 200 && isJSON && !/\bno-(?:store|cache)\b/.test(headers.get("cache-control") ?? "");
}
