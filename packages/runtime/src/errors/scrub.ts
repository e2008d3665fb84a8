const MARK = "[redacted]";

/** The text without the secrets, as they are and as URLs, forms, JSON and HTML write them. */
export function scrubText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((clean, secret) => clean.replace(spellingsOf(secret), MARK), text);
}

/** PHP's JSON has `\/` for a slash, .NET's `\u002B` for a plus; forms have `%21` where `encodeURIComponent` has `!`. */
function spellingsOf(secret: string): RegExp {
  const pattern = secret.replace(/[^A-Za-z0-9]/gu, (character) => {
    const units = character.split("").map((unit) => `\\u${hexOf(unit.charCodeAt(0), 4)}`);
    const bytes = [...new TextEncoder().encode(character)].map((byte) => `%${hexOf(byte, 2)}`);
    const entity = `&#x${hexOf(character.codePointAt(0) ?? 0, 2)};`;
    const escaped = units.map((unit) => `\\${unit}`).join("");
    // The longest first: each of the others may begin with the character itself.
    return `(?:${escaped}|${bytes.join("")}|${entity}|\\\\?${units.join("")})`;
  });
  return new RegExp(pattern, "gi");
}

function hexOf(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}

/** Header fields whose values show no secret: those that were given, where there is none in them. */
export function scrubHeaders(headers: Headers, scrub: (text: string) => string): Headers {
  let clean = headers;
  headers.forEach((value, name) => {
    const shown = scrub(value);
    if (shown === value) return;
    if (clean === headers) clean = new Headers(headers);
    clean.set(name, shown);
  });
  return clean;
}

/**
 * The error as it may be kept as a cause. Runtimes put the URL into their messages (Deno does), and a URL can
 * hold a key; a `fetch` of the caller's may add the request. Such an error, and what caused it, is copied without it.
 */
export function scrubError(error: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof error === "string") return scrubText(error, secrets);
  if (!(error instanceof Error) || secrets.length === 0) return error;
  const { message, stack = "", cause } = error;
  const cleanCause = depth < 8 && cause !== undefined ? scrubError(cause, secrets, depth + 1) : undefined;
  const told = [message, stack, ...Object.entries(error).map(([name, value]) => name !== "cause" && value)];
  if (cleanCause === cause && !told.some((value) => mayTell(value, secrets))) return error;
  const clean: Error & { code?: unknown } = new Error(scrubText(message, secrets));
  clean.name = error.name;
  clean.stack = scrubText(stack, secrets);
  if (cleanCause !== undefined) clean.cause = cleanCause;
  const { code } = error as { code?: unknown };
  if (code !== undefined) clean.code = typeof code === "string" ? scrubText(code, secrets) : code;
  return clean;
}

/** Of an object that is no plain one of plain values, nobody knows what it shows. */
function mayTell(value: unknown, secrets: readonly string[]): boolean {
  if (typeof value === "string") return scrubText(value, secrets) !== value;
  if (typeof value !== "object" || value === null) return false;
  return (
    Object.values(value).some((inner) => typeof inner === "object" || mayTell(inner, secrets)) ||
    Object.getPrototypeOf(value) !== Object.prototype
  );
}
