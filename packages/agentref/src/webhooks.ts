import { type DedupeKey, dedupeKeyOf } from "@trunkline/runtime/replays";
import {
  type Sign,
  signOf,
  standardWebhooks,
  type UnsafeUnwrap,
  type Unwrap,
  unsafeUnwrapOf,
  unwrapOf,
  type WebhookScheme,
} from "@trunkline/runtime/webhooks";
import type { AgentRefWebhookEvent } from "./types.js";

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
export type { AgentRefWebhookEvent } from "./types.js";

/** How the AgentRef API signs: an HMAC of id, time and body. */
const scheme: WebhookScheme = standardWebhooks({
  env: "AGENTREF_WEBHOOK_SECRET",
  id: "svix-id",
  timestamp: "svix-timestamp",
  signature: "svix-signature",
});

/**
 * Verifies a delivery with `secret`, or the environment variable `AGENTREF_WEBHOOK_SECRET`, and gives its
 * event. Give the body as it came: raw bytes or text, not parsed.
 *
 * The time is signed too: a delivery that is older than the tolerance is refused.
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
export const unwrap: Unwrap<AgentRefWebhookEvent> = unwrapOf(scheme);

/**
 * Gives a delivery's event without verifying it: anyone can have sent it. For services behind a gateway that
 * verifies, and for tests.
 */
export const unsafeUnwrap: UnsafeUnwrap<AgentRefWebhookEvent> = unsafeUnwrapOf(scheme);

/**
 * Signs an event as the AgentRef API does, for tests of a receiver. A text is signed as it is.
 * @example
 * ```ts
 * async function roundTrip(event: AgentRefWebhookEvent, secret: string): Promise<AgentRefWebhookEvent> {
 *   return unwrap(await sign(event, { secret }), { secret });
 * }
 * ```
 */
export const sign: Sign<AgentRefWebhookEvent> = signOf(scheme);

/**
 * Gives the key that two deliveries of the same event have in common; undefined if the API names no such
 * fields for the event, or the event does not have them.
 */
export const dedupeKey: DedupeKey<AgentRefWebhookEvent> = dedupeKeyOf({ fields: [["id"]] });
