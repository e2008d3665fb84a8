import {
  type APIPromise,
  APIResource,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  createBooking: {
    id: "payments.createBooking",
    method: "POST",
    path: "/bookings/{bookingId}/payment",
    body: "fields",
  },
} satisfies Operations;

export class Payments extends APIResource {
  createBooking(
    bookingId: string,
    params?: PaymentsCreateBookingParams,
    options?: RequestOptions,
  ): APIPromise<PaymentsCreateBookingResponse> {
    return this._call(operations.createBooking, params, options, bookingId);
  }
}

export interface BookingPayment {
  id?: string | undefined;
  amount?: number | undefined;
  currency?: "bam" | "bgn" | "chf" | "eur" | "gbp" | "nok" | "sek" | "try" | (string & {}) | undefined;
  source?: BookingPaymentSourceCard | BookingPaymentSourceBankAccount | undefined;
  status?: "pending" | "succeeded" | "failed" | (string & {}) | undefined;
}

export interface BookingPaymentSourceCard {
  object?: "card" | undefined;
  name: string;
  number: string;
  exp_month: number;
  exp_year: number;
  address_city?: string | undefined;
  address_country: string;
  address_post_code?: string | undefined;
}

export interface BookingPaymentSourceBankAccount {
  object?: "bank_account" | undefined;
  name: string;
  number: string;
  sort_code?: string | undefined;
  account_type: "individual" | "company" | (string & {});
  bank_name: string;
  country: string;
}

export interface BookingPaymentSourceCardInput {
  object?: "card" | undefined;
  name: string;
  number: string;
  cvc: number;
  exp_month: number;
  exp_year: number;
  address_line1?: string | undefined;
  address_line2?: string | undefined;
  address_city?: string | undefined;
  address_country: string;
  address_post_code?: string | undefined;
}

export interface BookingPaymentSourceBankAccountInput {
  object?: "bank_account" | undefined;
  name: string;
  number: string;
  sort_code?: string | undefined;
  account_type: "individual" | "company";
  bank_name: string;
  country: string;
}

export interface LinksBooking {
  booking?: string | undefined;
}

export interface PaymentsCreateBookingParams {
  amount?: number | undefined;
  currency?: "bam" | "bgn" | "chf" | "eur" | "gbp" | "nok" | "sek" | "try" | undefined;
  source?: BookingPaymentSourceCardInput | BookingPaymentSourceBankAccountInput | undefined;
}

export interface PaymentsCreateBookingResponse extends BookingPayment {
  links?: LinksBooking | undefined;
}
