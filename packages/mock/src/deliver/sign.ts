import { createHmac } from "node:crypto";
import { signingOf, unreachable, type WebhookSigning, type WebhooksSaid } from "@trunkline/document";
import { MockUsageError } from "@trunkline/document/mock";
import type { DeliverOptions, DeliveryTamper } from "./types.ts";

/** Signs bodies as a vendor does. By Node's own HMAC, so that what receives is held to more than itself. */
export interface Signer {
  /** Header fields that it sets. */
  readonly names: readonly string[];
  sign(
    body: string,
    id: string,
  ): { readonly headers: Readonly<Record<string, string>>; readonly body: string };
}

const HOUR = 3600;

/**
 * @returns nothing where nothing is signed
 * @throws {MockUsageError} without a secret, or for one that is not written as the document says
 */
export function signerOf(said: WebhooksSaid, { secret, tamper }: DeliverOptions): Signer | undefined {
  const signing = signingOf(said);
  if (signing === undefined) {
    if (tamper === undefined) return undefined;
    throw new MockUsageError(
      "The document does not say how deliveries are signed: there is nothing to tamper with.",
    );
  }
  switch (signing.of) {
    case "body":
      if (tamper === "id" || tamper === "old" || tamper === "future") {
        throw new MockUsageError(
          `Neither id nor time is signed here, so \`tamper: "${tamper}"\` changes nothing.`,
        );
      }
      return bodySigner(signing, keyOf(signing, secret, tamper === "secret"), tamper);
    case "id-time-body":
      return standardSigner(signing, keyOf(signing, secret, tamper === "secret"), tamper);
    default:
      return unreachable(signing);
  }
}

function keyOf({ secret: form }: WebhookSigning, secret: string | undefined, isOther: boolean): Buffer {
  const { encoding, prefix } = form;
  const given = secret?.trim() ?? "";
  const text = given.startsWith(prefix) ? given.slice(prefix.length) : given;
  const key = Buffer.from(text, encoding);
  if (key.length === 0)
    throw new MockUsageError(`\`secret\` is what the deliveries are signed with, in ${encoding}.`);
  if (isOther) key.writeUInt8(key.readUInt8(0) ^ 1, 0);
  return key;
}

type SigningOf<What extends WebhookSigning["of"]> = Extract<WebhookSigning, { readonly of: What }>;

function bodySigner(
  { header, algorithm, prefix, encoding }: SigningOf<"body">,
  key: Buffer,
  tamper: DeliveryTamper | undefined,
): Signer {
  return {
    names: [header],
    sign(body) {
      const digest = createHmac(algorithm, key).update(body).digest(encoding);
      const headers = tamper === "unsigned" ? {} : { [header]: prefix + spoiled(digest, tamper) };
      return { headers, body: tamper === "body" ? changed(body) : body };
    },
  };
}

function standardSigner(
  { fields }: SigningOf<"id-time-body">,
  key: Buffer,
  tamper: DeliveryTamper | undefined,
): Signer {
  return {
    names: Object.values(fields),
    sign(body, id) {
      const shift = tamper === "old" ? -HOUR : tamper === "future" ? HOUR : 0;
      const seconds = Math.floor(Date.now() / 1000) + shift;
      const digest = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
      return {
        headers: {
          [fields.id]: tamper === "id" ? `${id}x` : id,
          [fields.timestamp]: String(seconds),
          ...(tamper === "unsigned" ? {} : { [fields.signature]: `v1,${spoiled(digest, tamper)}` }),
        },
        body: tamper === "body" ? changed(body) : body,
      };
    },
  };
}

function spoiled(digest: string, tamper: DeliveryTamper | undefined): string {
  return tamper === "signature" ? (digest.startsWith("0") ? "1" : "0") + digest.slice(1) : digest;
}

/** Another body that is JSON as well: a space more. */
function changed(body: string): string {
  return `${body} `;
}
