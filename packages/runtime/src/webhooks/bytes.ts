/** Bytes in memory that is not shared between threads. TypeScript before 5.7 cannot say the latter. */
export type Bytes = Uint8Array;

/** A text, which is written in UTF-8, or bytes. */
export type Part = string | ArrayBuffer | Bytes;

/** One list of bytes, made of several. */
export async function bytesOf(parts: Part[]): Promise<Bytes> {
  return new Uint8Array(await new Blob(parts as ArrayBuffer[]).arrayBuffer());
}

/** Bytes of base64 or base64url, with or without padding. Throws what `atob` throws. */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
}

/** Bytes of hexadecimal digits; undefined where it is anything else. */
export function fromHex(text: string): Bytes | undefined {
  if (!/^([\da-f]{2})+$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) as string[], (pair) => Number(`0x${pair}`));
}
