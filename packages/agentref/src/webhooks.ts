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
 * Verifies a delivery by `secret`, or `AGENTREF_WEBHOOK_SECRET` of the environment, and reads it. The body
 * has to be as it came: raw bytes or text, not parsed.
 *
 * The time is signed too: what is older than the tolerance is refused.
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
export const unwrap: Unwrap<AgentRefWebhookEvent> = unwrapOf(scheme);

/**
 * Reads a delivery without verifying it: anyone can have sent it. For a gateway behind one that verifies, and
 * for tests.
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
 * What two deliveries of one event have in common; undefined where the API names no such fields for the
 * event, or they are not there.
 */
export const dedupeKey: DedupeKey<AgentRefWebhookEvent> = dedupeKeyOf({ fields: [["id"]] });
