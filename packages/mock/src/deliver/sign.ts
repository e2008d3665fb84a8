import { createHmac } from "node:crypto";
import type { Read } from "@trunkline/document";
import { MockUsageError } from "../types.ts";
import type { DeliverOptions, DeliveryTamper } from "./types.ts";

type Said = NonNullable<Read<"document">["webhooks"]>;

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
export function signerOf(said: Said, { secret, tamper }: DeliverOptions): Signer | undefined {
  if (said.scheme === "none") {
    if (tamper === undefined) return undefined;
    throw new MockUsageError(
      "The document does not say how deliveries are signed: there is nothing to tamper with.",
    );
  }
  const isBody = said.scheme === "hmac-body";
  if (isBody && (tamper === "id" || tamper === "old" || tamper === "future")) {
    throw new MockUsageError(
      `Neither id nor time is signed here, so \`tamper: "${tamper}"\` changes nothing.`,
    );
  }
  const key = keyOf(said, secret, tamper === "secret");
  return isBody ? bodySigner(said, key, tamper) : standardSigner(said, key, tamper);
}

function keyOf({ scheme, secret: form = {} }: Said, secret: string | undefined, isOther: boolean): Buffer {
  const isBody = scheme === "hmac-body";
  const { encoding = isBody ? "utf8" : "base64", prefix = isBody ? "" : "whsec_" } = form;
  const given = secret?.trim() ?? "";
  const text = given.startsWith(prefix) ? given.slice(prefix.length) : given;
  const key = Buffer.from(text, encoding);
  if (key.length === 0)
    throw new MockUsageError(`\`secret\` is what the deliveries are signed with, in ${encoding}.`);
  if (isOther) key.writeUInt8(key.readUInt8(0) ^ 1, 0);
  return key;
}

function bodySigner({ signature = {} }: Said, key: Buffer, tamper: DeliveryTamper | undefined): Signer {
  const { header = "", algorithm = "sha256", prefix = "", encoding = "hex" } = signature;
  return {
    names: [header],
    sign(body) {
      const digest = createHmac(algorithm, key).update(body).digest(encoding);
      const headers = tamper === "unsigned" ? {} : { [header]: prefix + spoiled(digest, tamper) };
      return { headers, body: tamper === "body" ? changed(body) : body };
    },
  };
}

function standardSigner(said: Said, key: Buffer, tamper: DeliveryTamper | undefined): Signer {
  const word = said.scheme === "svix" ? "svix" : "webhook";
  const { idHeader = `${word}-id`, timestampHeader = `${word}-timestamp` } = said;
  const signatureHeader = said.signature?.header ?? `${word}-signature`;
  return {
    names: [idHeader, timestampHeader, signatureHeader],
    sign(body, id) {
      const shift = tamper === "old" ? -HOUR : tamper === "future" ? HOUR : 0;
      const seconds = Math.floor(Date.now() / 1000) + shift;
      const digest = createHmac("sha256", key).update(`${id}.${seconds}.${body}`).digest("base64");
      return {
        headers: {
          [idHeader]: tamper === "id" ? `${id}x` : id,
          [timestampHeader]: String(seconds),
          ...(tamper === "unsigned" ? {} : { [signatureHeader]: `v1,${spoiled(digest, tamper)}` }),
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
