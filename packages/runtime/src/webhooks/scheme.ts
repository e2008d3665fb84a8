import type { Bytes } from "./bytes.ts";
import { checkTime } from "./check-time.ts";
import type { WebhookHeaders } from "./delivery.ts";
import { readHeader } from "./read-headers.ts";
import type { WebhookSecretForm } from "./secrets.ts";
import { signatureOf, type WebhookAlgorithm, type WebhookEncoding } from "./signature.ts";

/** What the definitions of all schemes have in common. */
interface Shared {
  /** Environment variable of the secret. */
  readonly env: string;
  /** How secrets are written. */
  readonly secret?: WebhookSecretForm | undefined;
  /** Header field with the event's name, if the body does not have it. An event is then `{ event, payload }`. */
  readonly event?: string | undefined;
}

/** How a vendor signs bodies. */
export interface HmacBodyDefinition extends Shared {
  /** Header field of the signature. */
  readonly header: string;
  /** @default "SHA-256" */
  readonly algorithm?: WebhookAlgorithm | undefined;
  /** What stands before the signature, as `sha256=` does. */
  readonly prefix?: string | undefined;
  /** @default "hex" */
  readonly encoding?: WebhookEncoding | undefined;
}

/** Names of the header fields of Standard Webhooks. */
export interface StandardWebhooksDefinition extends Shared {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  /** How far the signed time of a delivery may be from the clock, in seconds. @default 300 */
  readonly toleranceSeconds?: number | undefined;
}

/** A way to sign. */
export interface WebhookScheme extends Shared {
  /** The signature of what is signed, as it is written in the header field. */
  sign(content: Bytes, secret: Bytes): Promise<string>;
  /**
   * Reads from the header fields the signatures, and what is signed before the body.
   *
   * @throws {WebhookVerificationError}
   */
  read(headers: WebhookHeaders, now: number, toleranceSeconds: number | undefined): Signed;
  /** Makes what is signed before the body, and the header fields, of a new delivery. */
  write(id: string, seconds: number): Unsigned;
}

type Signed = readonly [before: string, signatures: readonly string[]];

type Unsigned = readonly [
  before: string,
  headersOf: (signatures: readonly string[]) => Record<string, string>,
];

/** An HMAC of the body alone. It does not stop a replay: no time is signed. */
export function hmacBody(definition: HmacBodyDefinition): WebhookScheme {
  const { header, algorithm = "SHA-256", encoding = "hex", prefix = "" } = definition;
  return {
    ...definition,
    sign: async (content, secret) => prefix + (await signatureOf(content, secret, algorithm, encoding)),
    read: (headers) => ["", [readHeader(headers, header)]],
    write: () => ["", ([signature = ""]) => ({ [header]: signature })],
  };
}

/** Standard Webhooks, which svix signs by too: an HMAC of id, time and body, in base64 after `v1,`. */
export function standardWebhooks(definition: StandardWebhooksDefinition): WebhookScheme {
  const { id, timestamp, signature } = definition;
  return {
    secret: { encoding: "base64", prefix: "whsec_" },
    ...definition,
    sign: async (content, secret) => `v1,${await signatureOf(content, secret, "SHA-256", "base64")}`,
    read(headers, now, toleranceSeconds = definition.toleranceSeconds) {
      const seconds = readHeader(headers, timestamp);
      const before = `${readHeader(headers, id)}.${seconds}.`;
      // Those of other versions fit no signature of this one.
      const signatures = readHeader(headers, signature).split(" ");
      checkTime(seconds, now, toleranceSeconds);
      return [before, signatures];
    },
    write: (name, seconds) => [
      `${name}.${seconds}.`,
      (all) => ({ [id]: name, [timestamp]: `${seconds}`, [signature]: all.join(" ") }),
    ],
  };
}
