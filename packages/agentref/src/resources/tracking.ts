import {
  type APIPromise,
  APIResource,
  type NoParams,
  type Operations,
  type RequestOptions,
} from "@trunkline/runtime/client";

const operations = {
  getProgramStatus: {
    id: "tracking.getProgramStatus",
    method: "GET",
    path: "/programs/{programId}/tracking/status",
  },
} satisfies Operations;

/** Diagnosis of a program's tracking. */
export class Tracking extends APIResource {
  /**
   * Gets the tracking status of a program: what is set up, what has arrived lately, and which step between a
   * click and a commission does not work.
   *
   * Takes a merchant key (`ak_live_`).
   *
   * `GET /programs/{programId}/tracking/status`
   *
   * @param programId - Id of the program.
   * @throws {NotFoundError} 404.
   * @example
   * ```ts
   * const status = await client.tracking.getProgramStatus("bcf9d535-9520-439f-bb68-e7a02a8f5cea");
   * ```
   */
  getProgramStatus(
    programId: string,
    params?: NoParams,
    options?: RequestOptions,
  ): APIPromise<ProgramTrackingStatus> {
    return this._call(operations.getProgramStatus, params, options, programId);
  }
}

/** Clicks, counted by how they arrived. */
export interface ClickCounts {
  /** All clicks. */
  total: number;
  /** Clicks through a tracking link of AgentRef. */
  redirect: number;
  /** Clicks straight to the website with a code in the URL. */
  direct: number;
}

/** Conversions, counted by how they were traced. */
export interface ConversionCounts {
  /** All conversions. */
  total: number;
  /** Conversions traced by a click. */
  clickToken: number;
  /** Conversions traced by a coupon. */
  coupon: number;
}

/** Diagnosis of a program's tracking. Only `programId` is certain to be there. */
export interface ProgramTrackingStatus {
  /** Id of the program. */
  programId: string;
  /** What is set up for the tracking of a program. */
  status?: TrackingSetup | undefined;
  /** Recent traffic of a program. */
  stats?: TrackingStats | undefined;
  /** The latest signals of a program, each null if there was none. */
  recent?: TrackingRecent | undefined;
  /** Which steps of the way from a click to a commission work. */
  health?: TrackingHealth | undefined;
  /** What deserves attention. */
  warnings?: TrackingWarning[] | undefined;
  /** The diagnosis in a sentence. */
  summary?: string | undefined;
  [key: string]: unknown;
}

/** Events received from Stripe, counted by outcome. */
export interface StripeEventCounts {
  /** All events. */
  total: number;
  /** Events that were processed. */
  succeeded: number;
  /** Events that were skipped. */
  skipped: number;
}

/** A click that was received. */
export interface TrackedClick {
  /** Code of the affiliate. */
  affiliateCode: string;
  /** When the click was received. RFC 3339 date and time. */
  createdAt: string;
  /** Host that the visitor arrived at. */
  entryHost: string;
}

/** One step of the way from a click to a commission. */
export interface TrackingCheck {
  /** Whether the step works. */
  complete: boolean;
  /** Why the step does not work; null when it does. */
  reason: string | null;
  /** When the state last changed. RFC 3339 date and time. */
  updatedAt: string | null;
}

/** Which steps of the way from a click to a commission work. */
export interface TrackingHealth {
  /** The tracking script is on the website. */
  scriptInstalled: TrackingCheck;
  /** A click has arrived. */
  referralClickReceived: TrackingCheck;
  /** Stripe has reported a payment. */
  stripeEventReceived: TrackingCheck;
  /** A sale was credited to an affiliate. */
  conversionAttributed: TrackingCheck;
  /** First obstacle on the way; null when all is well. */
  blockingReason: string | null;
}

/** The latest signals of a program, each null if there was none. */
export interface TrackingRecent {
  /** Latest click through a tracking link. */
  lastRedirectClick: TrackedClick | null;
  /** Latest click straight to the website. */
  lastDirectClick: TrackedClick | null;
  /** Latest check that found the script. */
  lastTrackingVerification: TrackingVerification | null;
}

/** What is set up for the tracking of a program. */
export interface TrackingSetup {
  /** Whether a Stripe account is connected. */
  stripeConnected: boolean;
  /** Whether the tracking script was seen on the website. */
  trackingScriptVerified: boolean;
  /** Whether the program has a website. */
  websiteConfigured: boolean;
  /** Domain that tracking links use. */
  trackingDomain: string | null;
  /** Whether visitors are tracked only after they consented. */
  trackingRequiresConsent: boolean;
  /** Days for which a click counts. */
  cookieDuration: number;
}

/** Recent traffic of a program. */
export interface TrackingStats {
  /** Clicks, counted by how they arrived. */
  clicksLast7Days: ClickCounts;
  /** Conversions, counted by how they were traced. */
  conversionsLast30Days: ConversionCounts;
  /** Events received from Stripe, counted by outcome. */
  stripeEventsLast30Days: StripeEventCounts;
}

/** A check that found the tracking script. */
export interface TrackingVerification {
  /** When the check was made. RFC 3339 date and time. */
  createdAt: string;
  /** Host on which the script was found. */
  entryHost: string;
}

/** Something about the tracking that deserves attention. */
export interface TrackingWarning {
  /** Kind of warning, for programs. */
  code: string;
  /** How serious it is, such as `info`. */
  severity: string;
  /** The warning, for people. */
  message: string;
}
