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
 * Verifies a delivery by `secret`, or `AGORA_WEBHOOK_SECRET` of the environment, and reads it. The body has
 * to be as it came: raw bytes or text, not parsed.
 *
 * No time is signed, so that a copy of a delivery is as good as the delivery for ever: tell copies apart by
 * `dedupeKey`.
 *
 * @throws {WebhookVerificationError} for what is not signed, not signed well, too old, too large or no JSON:
 * answer 400
 * @throws {WebhookUsageError} for a body that was parsed before, and for a secret that is missing or empty
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
 * Reads a delivery without verifying it: anyone can have sent it. For a gateway behind one that verifies, and
 * for tests.
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
 * What two deliveries of one event have in common; undefined where the API names no such fields for the
 * event, or they are not there.
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
