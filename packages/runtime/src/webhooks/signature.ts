import type { Bytes } from "./bytes.ts";

/** Hash functions of signatures. */
export type WebhookAlgorithm = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";

/** How a signature is written. */
export type WebhookEncoding = "hex" | "base64";

/** The HMAC of some bytes, as a text. */
export async function signatureOf(
  content: Bytes,
  secret: Bytes,
  hash: WebhookAlgorithm,
  encoding: WebhookEncoding,
): Promise<string> {
  const { subtle } = crypto;
  const key = await subtle.importKey(
    "raw",
    secret as Uint8Array<ArrayBuffer>,
    { name: "HMAC", hash },
    false,
    ["sign"],
  );
  const digest = new Uint8Array(await subtle.sign("HMAC", key, content as Uint8Array<ArrayBuffer>));
  return encoding === "base64"
    ? btoa(String.fromCharCode(...digest))
    : Array.from(digest, (byte) => (byte + 256).toString(16).slice(1)).join("");
}

/** Whether two texts are the same; how long it takes says nothing of where they differ. */
export function isSameText(given: string, wanted: string): boolean {
  let difference = given.length ^ wanted.length;
  for (let index = 0; index < wanted.length; index++) {
    difference |= given.charCodeAt(index) ^ wanted.charCodeAt(index);
  }
  return difference === 0;
}
