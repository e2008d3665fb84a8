import { APIError, type APIErrorGuard, errorGuard, isErrorOf } from "@trunkline/runtime/client";
import type { ErrorResponse } from "./types.js";

/** An error response from the AgentRef API; base class of all of them. */
export class AgentRefError extends APIError {
  static override readonly name: string = "AgentRefError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef");
  }
}

/** Status 400 or 422. */
export class ValidationError extends AgentRefError {
  static override readonly name: string = "ValidationError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef", 400, 422);
  }
}

/** Status 401: There is no key, or it is not valid. */
export class AuthError extends AgentRefError {
  static override readonly name: string = "AuthError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef", 401);
  }
}

/** Status 403: The key is valid but may not do this: it is of the wrong kind, or lacks a scope. */
export class ForbiddenError extends AgentRefError {
  static override readonly name: string = "ForbiddenError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef", 403);
  }
}

/** Status 404: There is nothing with this id, or the key may not see it. */
export class NotFoundError extends AgentRefError {
  static override readonly name: string = "NotFoundError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef", 404);
  }
}

/**
 * Status 409: The request conflicts with the present state, or its idempotency key was used with other input.
 */
export class ConflictError extends AgentRefError {
  static override readonly name: string = "ConflictError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef", 409);
  }
}

/** Status 429: The key has made too many requests. */
export class RateLimitError extends AgentRefError {
  static override readonly name: string = "RateLimitError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef", 429);
  }
}

/** Status 500 to 599. */
export class ServerError extends AgentRefError {
  static override readonly name: string = "ServerError";

  static override [Symbol.hasInstance](value: unknown): boolean {
    return isErrorOf(value, "AgentRef", "5XX");
  }
}

/** Bodies of error responses, by operation and status. */
export interface AgentRefErrorBodies {
  "programs.list": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "programs.create": Record<400 | 401 | 403 | 409 | 422 | 429 | 500, ErrorResponse>;
  "programs.get": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.update": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.delete": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.stats": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.listAffiliates": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.listCoupons": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.createCoupon": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "programs.createInvite": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "programs.listInvites": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.deleteCoupon": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.updateMarketplace": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.connectStripe": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "programs.disconnectStripe": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "affiliates.list": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "affiliates.get": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "affiliates.approve": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "affiliates.block": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "affiliates.unblock": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "applications.list": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "applications.get": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "applications.approve": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "applications.decline": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "applications.block": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "conversions.list": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "conversions.stats": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "conversions.recent": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "payouts.list": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "payouts.create": Record<400 | 401 | 403 | 409 | 422 | 429 | 500, ErrorResponse>;
  "payouts.listPending": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "payouts.stats": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "flags.list": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "flags.stats": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "flags.resolve": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "billing.current": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "billing.tiers": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "billing.subscribe": Record<400 | 401 | 403 | 409 | 422 | 429 | 500, ErrorResponse>;
  "merchant.get": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "merchant.update": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "merchant.domainStatus": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "notifications.get": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "notifications.update": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "onboarding.upsertMerchantProfile": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "onboarding.complete": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "payoutInfo.get": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "payoutInfo.update": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "tracking.getProgramStatus": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "invites.get": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "invites.claim": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "marketplace.listPrograms": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "marketplace.apply": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.overview": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.identity": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.listPrograms": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.getProgram": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.earnings": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.listProgramEarnings": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.listPayouts": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.listLinks": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.createLink": Record<400 | 401 | 403 | 409 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.updateLink": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.deleteLink": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "affiliateWorkspace.clickStats": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.list": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.createSocialPost": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.updateSocialPost": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.createSocialPostMediaUploadSession": Record<
    400 | 401 | 403 | 404 | 409 | 422 | 429 | 500,
    ErrorResponse
  >;
  "marketingResources.completeSocialPostMediaUpload": Record<
    400 | 401 | 403 | 404 | 409 | 422 | 429 | 500,
    ErrorResponse
  >;
  "marketingResources.reorderSocialPostMedia": Record<
    400 | 401 | 403 | 404 | 409 | 422 | 429 | 500,
    ErrorResponse
  >;
  "marketingResources.updateSocialPostMedia": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.removeSocialPostMedia": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.replaceSocialPostMedia": Record<
    400 | 401 | 403 | 404 | 409 | 422 | 429 | 500,
    ErrorResponse
  >;
  "marketingResources.publish": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.unpublish": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.archive": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.notifyAffiliates": Record<400 | 401 | 403 | 404 | 409 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.createDownloadUrl": Record<400 | 401 | 403 | 409 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.listForAffiliate": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.getForAffiliate": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.createAffiliateDownloadUrl": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "marketingResources.renderSocialPost": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "webhooks.list": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "webhooks.create": Record<400 | 401 | 403 | 422 | 429 | 500, ErrorResponse>;
  "webhooks.get": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "webhooks.update": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "webhooks.delete": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
  "webhooks.rotateSecret": Record<400 | 401 | 403 | 404 | 422 | 429 | 500, ErrorResponse>;
}

/**
 * Tells whether a value is an error of this client, and of one operation and status if you name them. Narrows
 * the type of `body` to what is documented.
 *
 * @example
 * ```ts
 * try {
 *   // a call
 * } catch (error) {
 *   if (isAPIError(error, "programs.list", 422)) console.error(error.body);
 * }
 * ```
 */
export const isAPIError: APIErrorGuard<AgentRefErrorBodies> = errorGuard("AgentRef");
