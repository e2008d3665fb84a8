const encoder = new TextEncoder();
// What stands at the beginning of a body belongs to it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** A text in UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text that bytes are in UTF-8; what is not UTF-8 becomes U+FFFD. */
export function textOfBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
