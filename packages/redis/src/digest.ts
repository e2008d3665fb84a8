const encoder = new TextEncoder();

/** SHA-256 of a text, in so many hexadecimal digits: a name that tells nothing of what it is of. */
export async function nameOf(text: string, digits = 24): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", encoder.encode(text));
  return hex(bytes).slice(0, digits);
}

/** The digest by which Redis knows a script that it has seen. */
export async function shaOf(script: string): Promise<string> {
  return hex(await crypto.subtle.digest("SHA-1", encoder.encode(script)));
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
