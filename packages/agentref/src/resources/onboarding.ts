import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  upsertMerchantProfile: {
    id: "onboarding.upsertMerchantProfile",
    method: "POST",
    path: "/onboarding/merchant",
    body: "fields",
  },
  complete: { id: "onboarding.complete", method: "POST", path: "/onboarding/complete" },
} satisfies Operations;

/** First steps of a new merchant. */
export class Onboarding extends APIResource {
  /**
   * Stores the merchant's profile: creates it, or changes the one that is there.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `POST /onboarding/merchant`
   *
   * @example
   * ```ts
   * const profile = await client.onboarding.upsertMerchantProfile({ companyName: "Acme Analytics" });
   * ```
   */
  upsertMerchantProfile(
    params: OnboardingUpsertMerchantProfileParams,
    options?: RequestOptions,
  ): APIPromise<MerchantProfile> {
    return this._call(operations.upsertMerchantProfile, params, options);
  }

  /**
   * Completes the onboarding of the merchant.
   *
   * Takes a merchant key (`ak_live_`); an onboarding key (`ak_onb_`) is refused.
   *
   * `POST /onboarding/complete`
   *
   * @example
   * ```ts
   * const state = await client.onboarding.complete();
   * ```
   */
  complete(params?: NoParams, options?: RequestOptions): APIPromise<OnboardingState> {
    return this._call(operations.complete, params, options);
  }
}

/** Profile of the merchant as it was stored. */
export interface MerchantProfile {
  /** Id of the merchant. */
  merchantId: string;
  /** Name of the company. */
  companyName: string;
}

/** State of the onboarding. */
export interface OnboardingState {
  /** Whether the onboarding is done. */
  onboardingCompleted: boolean;
  /** Present step of the onboarding. */
  onboardingStep: number;
}

/** Profile of the merchant. */
export interface UpsertMerchantProfile {
  /** Name of the company. */
  companyName: string;
}

/** Params of `onboarding.upsertMerchantProfile`. */
export interface OnboardingUpsertMerchantProfileParams extends UpsertMerchantProfile {}
