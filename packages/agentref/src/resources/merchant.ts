import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { NotificationPreferences } from "../types.js";

const operations = {
  get: { id: "merchant.get", method: "GET", path: "/merchant" },
  update: { id: "merchant.update", method: "PATCH", path: "/merchant", body: "fields", bodyRequired: true },
  domainStatus: { id: "merchant.domainStatus", method: "GET", path: "/merchant/domain-status" },
} satisfies Operations;

/** The merchant that the key belongs to. */
export class MerchantResource extends APIResource {
  /**
   * Returns the merchant that the key belongs to.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /merchant`
   *
   * @example
   * ```ts
   * const merchant = await client.merchant.get();
   * ```
   */
  get(params?: NoParams, options?: RequestOptions): APIPromise<Merchant> {
    return this._call(operations.get, params, options);
  }

  /**
   * Changes the given fields of the merchant and leaves the others as they are.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `PATCH /merchant`
   *
   * @example
   * ```ts
   * const merchant = await client.merchant.update({
   *   companyName: "Acme Analytics",
   *   logoUrl: "https://cdn.acme.example/logo-512.png",
   * });
   * ```
   */
  update(params?: MerchantUpdateParams, options?: RequestOptions): APIPromise<Merchant> {
    return this._call(operations.update, params, options);
  }

  /**
   * Gets the domain verification: whether the merchant's domain is verified. AgentRef no longer verifies
   * domains: use `tracking.getProgramStatus`, which says whether the tracking of a program works.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /merchant/domain-status`
   *
   * @deprecated AgentRef no longer verifies domains: use `tracking.getProgramStatus`, which says whether the
   * tracking of a program works.
   * @example
   * ```ts
   * const status = await client.merchant.domainStatus();
   * ```
   */
  domainStatus(params?: NoParams, options?: RequestOptions): APIPromise<DomainStatus> {
    return this._call(operations.domainStatus, params, options);
  }
}

/**
 * Whether the merchant needs a paid plan of AgentRef: `not_required`, `required`, `grace_period`,
 * `restricted` or `active`.
 */
export type BillingRequirementStatus =
  | "not_required"
  | "required"
  | "grace_period"
  | "restricted"
  | "active"
  | (string & {});

/** Whether a merchant's domain is verified. */
export interface DomainStatus {
  /** Domain to be verified. */
  domain?: string | null | undefined;
  /** Whether the domain is verified. */
  verified?: boolean | undefined;
  /** TXT record that proves the ownership. */
  txtRecord?: string | null | undefined;
  [key: string]: unknown;
}

/** The merchant that the key belongs to. */
export interface Merchant {
  /** Id of the merchant. */
  id: string;
  /** Id of the owner's account. */
  userId: string;
  /** Name of the company. */
  companyName: string;
  /** URL of the company's logo. */
  logoUrl: string | null;
  /** Plan of the merchant, such as `growth`. */
  billingTier: string;
  /**
   * Whether the merchant needs a paid plan of AgentRef: `not_required`, `required`, `grace_period`,
   * `restricted` or `active`.
   */
  billingRequirementStatus: BillingRequirementStatus;
  /** State of the payments to AgentRef, such as `active`. */
  paymentStatus: string;
  /** When a payment to AgentRef last failed. RFC 3339 date and time. */
  lastPaymentFailedAt: string | null;
  /** Days for which a click counts, for new programs. */
  defaultCookieDuration: number;
  /** Minimum commission for a payout, for new programs, in minor units (cents for `usd`). */
  defaultPayoutThreshold: number;
  /** Time zone of the merchant, such as `UTC` or `Europe/Berlin`. */
  timezone: string;
  /** Whether visitors are tracked only after they consented. */
  trackingRequiresConsent: boolean;
  /** Query parameters that may contain an affiliate's code, besides the usual one. */
  trackingParamAliases: string[];
  /** Which notifications the merchant gets; null if nothing is set. */
  notificationPreferences: NotificationPreferences | null;
  /** Whether the onboarding is done. */
  onboardingCompleted: boolean;
  /** Present step of the onboarding. */
  onboardingStep: number;
  /** When the merchant signed up. RFC 3339 date and time. */
  createdAt: string;
  /** When the merchant was last changed. RFC 3339 date and time. */
  updatedAt: string;
}

/** Changes of the merchant. What is left out stays as it is. */
export interface UpdateMerchant {
  /** Name of the company. */
  companyName?: string | undefined;
  /** URL of the company's logo. */
  logoUrl?: string | undefined;
  /** Time zone of the merchant, such as `Europe/Berlin`. */
  timezone?: string | undefined;
  /** Days for which a click counts, for new programs. */
  defaultCookieDuration?: number | undefined;
  /** Minimum commission for a payout, for new programs, in minor units (cents for `usd`). */
  defaultPayoutThreshold?: number | undefined;
  /** Whether visitors are tracked only after they consented. */
  trackingRequiresConsent?: boolean | undefined;
  /**
   * Query parameters that may contain an affiliate's code, besides the usual one. Replaces the whole list.
   */
  trackingParamAliases?: string[] | undefined;
}

/** Params of `merchant.update`. */
export interface MerchantUpdateParams extends UpdateMerchant {}
