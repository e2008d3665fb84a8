import {
  type APIPromise,
  APIResource,
  type IdempotentRequestOptions,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  current: { id: "billing.current", method: "GET", path: "/billing" },
  tiers: { id: "billing.tiers", method: "GET", path: "/billing/tiers" },
  subscribe: {
    id: "billing.subscribe",
    method: "POST",
    path: "/billing/subscribe",
    body: "fields",
    keyed: true,
  },
} satisfies Operations;

/** The merchant's own plan at AgentRef. Amounts are in minor units. */
export class Billing extends APIResource {
  /**
   * Gets the merchant's current plan, the revenue of the month in minor units, and the plan that comes next.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /billing`
   *
   * @example
   * ```ts
   * const status = await client.billing.current();
   * ```
   */
  current(params?: NoParams, options?: RequestOptions): APIPromise<BillingStatus> {
    return this._call(operations.current, params, options);
  }

  /**
   * Lists AgentRef's plans with their prices in minor units. The list is not paged.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /billing/tiers`
   *
   * @example
   * ```ts
   * const tiers = await client.billing.tiers();
   * ```
   */
  tiers(params?: NoParams, options?: RequestOptions): APIPromise<BillingTier[]> {
    return this._call(operations.tiers, params, options);
  }

  /**
   * Subscribes the merchant to a paid plan. Give an idempotency key, so that a repetition cannot subscribe
   * twice.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /billing/subscribe`. Sent again after a failure only with an `options.idempotencyKey`.
   *
   * @throws {ConflictError} 409.
   * @example
   * ```ts
   * const status = await client.billing.subscribe({ tier: "starter" });
   * ```
   */
  subscribe(params: BillingSubscribeParams, options?: IdempotentRequestOptions): APIPromise<BillingStatus> {
    return this._call(operations.subscribe, params, options);
  }
}

/** The merchant's plan. */
export interface BillingStatus {
  /** A plan of AgentRef. */
  tier: BillingTierId;
  /** Revenue of the month, in minor units (cents for `usd`). */
  monthlyRevenue: number;
  /** Plan that comes next; null where there is none. */
  nextTier: BillingTierId | null;
  /** Id of the subscription at Stripe; null without one. */
  stripeSubscriptionId: string | null;
}

/** A plan of AgentRef. */
export interface BillingTier {
  /** A plan of AgentRef. */
  id: BillingTierId;
  /** Name of the plan. */
  name: string;
  /** Price of the plan, in minor units (cents for `usd`). */
  price: number;
  /** Revenue up to which the plan suffices, in minor units (cents for `usd`). */
  maxRevenue: number;
  /** What the plan includes. */
  features: string[];
  /** Whether the plan can be subscribed to. */
  bookable: boolean;
}

/** A plan of AgentRef. */
export type BillingTierId = "free" | "starter" | "growth" | "pro" | (string & {});

/** A plan that can be subscribed to. */
export type PaidBillingTierId = "starter" | "growth" | "pro";

/** Plan to subscribe to. */
export interface SubscribeBilling {
  /** A plan that can be subscribed to. */
  tier: PaidBillingTierId;
}

/** Params of `billing.subscribe`. */
export interface BillingSubscribeParams extends SubscribeBilling {}
