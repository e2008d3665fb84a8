const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Encrypts what only those may read who have a secret. */
export interface Sealer {
  /** What all have in common who have the secret; it does not lead back to it. */
  readonly name: string;
  seal(text: string): Promise<string>;
  /** @returns undefined for what was not sealed by the same secret */
  open(sealed: string): Promise<string | undefined>;
}

/** How a sealed text begins, so that no client takes it for a number or for JSON. */
const VERSION = "v1.";
const IV = 12;

/** AES-GCM with a key that is derived from the secret (HKDF), as is the name. */
export async function sealerOf(secret: string): Promise<Sealer> {
  const raw = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, [
    "deriveBits",
    "deriveKey",
  ]);
  const params = (info: string): HkdfParams => ({
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encoder.encode(`@trunkline/redis ${info}`),
  });
  const key = await crypto.subtle.deriveKey(params("token"), raw, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const bits = new Uint8Array(await crypto.subtle.deriveBits(params("name"), raw, 96));
  return {
    name: Array.from(bits, (byte) => byte.toString(16).padStart(2, "0")).join(""),
    async seal(text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV));
      const sealed = new Uint8Array(
        await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, encoder.encode(text)),
      );
      return VERSION + btoa(String.fromCharCode(...iv, ...sealed));
    },
    async open(sealed) {
      try {
        if (!sealed.startsWith(VERSION)) return undefined;
        const bytes = Uint8Array.from(atob(sealed.slice(VERSION.length)), (char) => char.charCodeAt(0));
        const iv = bytes.slice(0, IV);
        return decoder.decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, bytes.slice(IV)));
      } catch {
        return undefined;
      }
    },
  };
}
interface HkdfParams {
  readonly name: "HKDF";
  readonly hash: "SHA-256";
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly info: Uint8Array<ArrayBuffer>;
}
