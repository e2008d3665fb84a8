/** Deliveries of webhooks: verified, read and signed. Stands alone, without a client. */
export type { WebhookBody, WebhookDelivery, WebhookHeaders } from "./webhooks/delivery.ts";
export {
  WebhookError,
  type WebhookMistake,
  type WebhookRefusal,
  WebhookUsageError,
  WebhookVerificationError,
} from "./webhooks/errors.ts";
export {
  type HmacBodyDefinition,
  hmacBody,
  type StandardWebhooksDefinition,
  standardWebhooks,
  type WebhookScheme,
} from "./webhooks/scheme.ts";
export type { WebhookSecretForm } from "./webhooks/secrets.ts";
export { type Sign, type SignedDelivery, type SignOptions, signOf } from "./webhooks/sign.ts";
export type { WebhookAlgorithm, WebhookEncoding } from "./webhooks/signature.ts";
export {
  type UnsafeUnwrap,
  type Unwrap,
  type UnwrapOptions,
  unsafeUnwrapOf,
  unwrapOf,
} from "./webhooks/unwrap.ts";
