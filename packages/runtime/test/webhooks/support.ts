import {
  hmacBody,
  type Sign,
  signOf,
  standardWebhooks,
  type Unwrap,
  unwrapOf,
  type WebhookScheme,
} from "../../src/webhooks.ts";

export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
export const NOW = 1_700_000_000_000;
export const now = (): number => NOW;

export interface SampleEvent {
  readonly type: string;
  readonly id: number;
}

export const standard: WebhookScheme = standardWebhooks({
  env: "SAMPLE_WEBHOOK_SECRET",
  id: "webhook-id",
  timestamp: "webhook-timestamp",
  signature: "webhook-signature",
});
export const hmac: WebhookScheme = hmacBody({
  env: "SAMPLE_WEBHOOK_SECRET",
  header: "X-Sample-Signature",
  prefix: "sha256=",
});

export const schemes: readonly (readonly [name: string, scheme: WebhookScheme, secret: string])[] = [
  ["standard", standard, SECRET],
  ["hmac-body", hmac, "a secret"],
];

export const unwrap: Unwrap<SampleEvent> = unwrapOf<SampleEvent>(standard);
export const sign: Sign<SampleEvent> = signOf<SampleEvent>(standard);
export const event: SampleEvent = { type: "thing.made", id: 1 };

/** The code of what is thrown, which has to be ours. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return (error as { code?: string } | undefined)?.code ?? `not ours: ${String(error)}`;
}
