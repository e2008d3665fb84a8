/** What emitted code uses and passes on of the runtime's modules for webhooks. */
export const webhookNames: Readonly<Record<string, readonly string[]>> = {
  "@trunkline/runtime/webhooks": [
    ...["hmacBody", "standardWebhooks", "unwrapOf", "unsafeUnwrapOf", "signOf"],
    ...["Sign", "UnsafeUnwrap", "Unwrap", "WebhookScheme"],
    ...["WebhookError", "WebhookUsageError", "WebhookVerificationError"],
    ...["SignedDelivery", "SignOptions", "UnwrapOptions", "WebhookDelivery", "WebhookHeaders"],
  ],
  "@trunkline/runtime/replays": [
    ...["dedupeKeyOf", "deliveryIdOf", "handleOnce", "memoryReplays"],
    ...["DedupeKey", "DeliveryId", "ReplayClaim", "ReplayStore"],
  ],
};
