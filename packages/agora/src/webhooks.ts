import { type DedupeKey, dedupeKeyOf } from "@trunkline/runtime/replays";
import {
  hmacBody,
  type Sign,
  signOf,
  type UnsafeUnwrap,
  type Unwrap,
  unsafeUnwrapOf,
  unwrapOf,
  type WebhookScheme,
} from "@trunkline/runtime/webhooks";
import type { AgoraWebhookEvent } from "./types.js";

export { handleOnce, memoryReplays, type ReplayClaim, type ReplayStore } from "@trunkline/runtime/replays";
export {
  type SignedDelivery,
  type SignOptions,
  type UnwrapOptions,
  type WebhookDelivery,
  WebhookError,
  type WebhookHeaders,
  WebhookUsageError,
  WebhookVerificationError,
} from "@trunkline/runtime/webhooks";
export type { AgoraWebhookEvent } from "./types.js";

/** How the Agora Public API signs: an HMAC of the body. */
const scheme: WebhookScheme = hmacBody({
  env: "AGORA_WEBHOOK_SECRET",
  header: "X-Agora-Signature-256",
  prefix: "sha256=",
});

/**
 * Verifies a delivery with `secret`, or the environment variable `AGORA_WEBHOOK_SECRET`, and gives its event.
 * Give the body as it came: raw bytes or text, not parsed.
 *
 * No time is signed, so a copy of a delivery stays valid for ever: recognize copies by their `dedupeKey`.
 *
 * @throws {WebhookVerificationError} for a delivery that is not signed, has a wrong signature, is too old or
 * too large, or is not JSON: answer 400
 * @throws {WebhookUsageError} for a body that was parsed before, and for a secret that is missing or empty:
 * answer 500
 * @example
 * ```ts
 * export async function POST(request: Request): Promise<Response> {
 *   const event = await unwrap(request);
 *   console.log(event);
 *   return new Response(null, { status: 204 });
 * }
 * ```
 */
export const unwrap: Unwrap<AgoraWebhookEvent> = unwrapOf(scheme);

/**
 * Gives a delivery's event without verifying it: anyone can have sent it. For services behind a gateway that
 * verifies, and for tests.
 */
export const unsafeUnwrap: UnsafeUnwrap<AgoraWebhookEvent> = unsafeUnwrapOf(scheme);

/**
 * Signs an event as the Agora Public API does, for tests of a receiver. A text is signed as it is.
 * @example
 * ```ts
 * async function roundTrip(event: AgoraWebhookEvent, secret: string): Promise<AgoraWebhookEvent> {
 *   return unwrap(await sign(event, { secret }), { secret });
 * }
 * ```
 */
export const sign: Sign<AgoraWebhookEvent> = signOf(scheme);

/**
 * Gives the key that two deliveries of the same event have in common; undefined if the API names no such
 * fields for the event, or the event does not have them.
 */
export const dedupeKey: DedupeKey<AgoraWebhookEvent> = dedupeKeyOf({
  event: ["event"],
  events: {
    "lead.created": [["campaign_id"], ["lead_id"]],
    "leads.bulk_created": [["campaign_id"], ["timestamp"]],
    "lead.status_changed": [["campaign_id"], ["lead_id"], ["timestamp"]],
    "lead.converted": [["campaign_id"], ["lead_id"]],
  },
});
