import { UsageError } from "../client.ts";
import type { Facts } from "../layer.ts";
import type { Quota } from "../plug-in.ts";
import type { QuotaState, QuotaWindow } from "../quota-window.ts";
import type { LayerParts, Wrapping } from "../request/call.ts";
import { checkWindows } from "./check-windows.ts";
import { metered } from "./metered.ts";
import type { NamedWindow, QuotaStore } from "./types.ts";
import { type Sharing, windowsOf } from "./windows-of.ts";

/** Options of a quota. */
export interface QuotaOptions extends Sharing {
  /** Limits to keep, in place of those that the vendor's document states. @default those of the document */
  readonly windows?: readonly QuotaWindow[] | undefined;
  /**
   * Longest wait for a place, in milliseconds. A request that would have to wait longer fails at once with a
   * `QuotaError`.
   *
   * @default no limit but the call's `totalTimeout`
   */
  readonly maxWait?: number | undefined;
}

/**
 * Makes a quota that counts requests in a store of your own, for example one that several processes share.
 *
 * @throws {UsageError} if an option is wrong or unknown
 *
 * @example
 * const quota = storeQuota(store, { maxWait: 30_000 });
 * const client = new Vendor({ quota });
 */
export function storeQuota(store: QuotaStore, options: QuotaOptions = {}): Quota {
  const { windows: own, maxWait = Number.POSITIVE_INFINITY, account, address, ...others } = options;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new UsageError(`A quota has no option ${unknown}; it has windows, account, address, maxWait.`);
  if (own) checkWindows(own);
  if (typeof maxWait !== "number" || !(maxWait >= 0))
    throw new UsageError(`maxWait is ${String(maxWait)}; milliseconds, 0 or more, are expected.`);
  for (const [name, value] of Object.entries({ account, address }))
    if (value !== undefined && (typeof value !== "string" || value === ""))
      throw new UsageError(`${name} is expected to be a text that is not empty.`);

  const clients = new WeakMap<object, () => Promise<readonly QuotaState[]>>();
  return {
    wrap(parts: LayerParts): Wrapping {
      const { name, quotas = [] } = parts.definition;
      const windows = own ?? quotas;
      if (windows.length === 0)
        throw new UsageError(
          `The document of ${name} states no quotas: give the quota windows of your own, such as { limit: 100, per: 60_000, scope: "account" }.`,
        );
      const known = windowsOf(windows, parts, store, { account, address });
      const calls = new WeakMap<Facts, readonly NamedWindow[]>();
      clients.set(parts.options, async () => {
        const states = await store.state(known.seen());
        const unseen = windows.filter(({ scope }) => !states.some((one) => one.scope === scope));
        return [...states, ...unseen.map((one) => ({ ...one, remaining: one.limit, resetsIn: 0 }))].map(
          ({ limit, per, scope, remaining, resetsIn }) => ({ limit, per, scope, remaining, resetsIn }),
        );
      });
      return {
        wire: (next) =>
          metered(
            {
              store,
              maxWait,
              contextOf: parts.contextOf,
              windowsOf: known.of,
              remember: ({ facts }, list) => calls.set(facts, list),
            },
            next,
          ),
        refused(facts, wait) {
          const list = calls.get(facts);
          if (list) store.close(list, wait);
        },
      };
    },
    state: (options: object) => clients.get(options)?.() ?? [],
  };
}
