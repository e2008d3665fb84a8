const MARK = "[redacted]";

/** The text without the secrets, as they are and as a URL writes them. */
export function scrubText(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets)
    clean = clean.replaceAll(secret, MARK).replaceAll(encodeURIComponent(secret), MARK);
  return clean;
}

/**
 * The error as it may be kept as a cause. Runtimes put the URL into their messages (Deno does), and a URL can
 * hold a key: such an error, and what caused it, is copied without it.
 */
export function scrubError(error: unknown, secrets: readonly string[], depth = 0): unknown {
  if (typeof error === "string") return scrubText(error, secrets);
  if (!(error instanceof Error) || secrets.length === 0) return error;
  const { message, stack = "", cause } = error;
  const cleanCause = depth < 8 && cause !== undefined ? scrubError(cause, secrets, depth + 1) : undefined;
  const told = Object.values(error).filter((value) => typeof value === "string");
  const dirty = [message, stack, ...told].some((text) => scrubText(text, secrets) !== text);
  if (!dirty && cleanCause === cause) return error;
  const clean: Error & { code?: unknown } = new Error(scrubText(message, secrets));
  clean.name = error.name;
  clean.stack = scrubText(stack, secrets);
  if (cleanCause !== undefined) clean.cause = cleanCause;
  const { code } = error as { code?: unknown };
  if (code !== undefined) clean.code = typeof code === "string" ? scrubText(code, secrets) : code;
  return clean;
}
