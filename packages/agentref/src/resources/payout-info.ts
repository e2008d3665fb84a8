import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";
import type { PayoutMethod, PayoutMethodInput } from "../types.js";

const operations = {
  get: { id: "payoutInfo.get", method: "GET", path: "/me/payout-info" },
  update: {
    id: "payoutInfo.update",
    method: "PATCH",
    path: "/me/payout-info",
    body: "fields",
    bodyRequired: true,
  },
} satisfies Operations;

/** Where an affiliate's commission is paid to. */
export class PayoutInfoResource extends APIResource {
  /**
   * Gets the payout details: where the affiliate's commission is paid to. The IBAN is masked.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `GET /me/payout-info`
   *
   * @example
   * ```ts
   * const payout = await client.payoutInfo.get();
   * ```
   */
  get(params?: NoParams, options?: RequestOptions): APIPromise<PayoutInfo> {
    return this._call(operations.get, params, options);
  }

  /**
   * Updates the given payout details. The IBAN is sent in full and comes back masked.
   *
   * Takes an affiliate key (`ak_aff_`).
   *
   * `PATCH /me/payout-info`
   *
   * @example
   * ```ts
   * const payout = await client.payoutInfo.update({
   *   payoutMethod: "paypal",
   *   paypalEmail: "payments@datadaily.example",
   * });
   * ```
   */
  update(params?: PayoutInfoUpdateParams, options?: RequestOptions): APIPromise<PayoutInfo> {
    return this._call(operations.update, params, options);
  }
}

/** Where an affiliate's commission is paid to. */
export interface PayoutInfo {
  /** How the affiliate wants to be paid; null if nothing is set. */
  payoutMethod: PayoutMethod | null;
  /** PayPal address. */
  paypalEmail: string | null;
  /** Holder of the bank account. */
  bankAccountHolder: string | null;
  /** IBAN of the bank account, masked except for its last four characters. */
  bankIban: string | null;
  /** BIC of the bank. */
  bankBic: string | null;
  /** First name of the payee. */
  firstName: string | null;
  /** Last name of the payee. */
  lastName: string | null;
  /** Street and number. */
  addressLine1: string | null;
  /** Second line of the address. */
  addressLine2: string | null;
  /** Town. */
  city: string | null;
  /** State or province. */
  state: string | null;
  /** Postal code. */
  postalCode: string | null;
  /** VAT number. */
  vatId: string | null;
}

/** Changes of the payout details. What is left out stays as it is; nothing can be set to null. */
export interface UpdatePayoutInfo {
  /** How an affiliate is paid. */
  payoutMethod?: PayoutMethodInput | undefined;
  /** PayPal address. */
  paypalEmail?: string | undefined;
  /** Holder of the bank account. */
  bankAccountHolder?: string | undefined;
  /** IBAN of the bank account, in full. */
  bankIban?: string | undefined;
  /** BIC of the bank. */
  bankBic?: string | undefined;
  /** First name of the payee. */
  firstName?: string | undefined;
  /** Last name of the payee. */
  lastName?: string | undefined;
  /** Street and number. */
  addressLine1?: string | undefined;
  /** Second line of the address. */
  addressLine2?: string | undefined;
  /** Town. */
  city?: string | undefined;
  /** State or province. */
  state?: string | undefined;
  /** Postal code. */
  postalCode?: string | undefined;
  /** VAT number. */
  vatId?: string | undefined;
}

/** Params of `payoutInfo.update`. */
export interface PayoutInfoUpdateParams extends UpdatePayoutInfo {}
