const CODES: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused", // Bun
  "FailedToOpenSocket", // Bun
]);

/**
 * Whether the runtime says that the request never left: name not found, connection refused. Browsers do not
 * say; there every failure counts as possibly sent.
 */
export function isUnsent(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { code, cause, errors, message, syscall } = error as Record<string, unknown>;
  // One address after another was tried (RFC 8305): unsent only if that holds for each.
  if (Array.isArray(errors) && errors.length > 0) return errors.every((one) => isUnsent(one, depth + 1));
  if (CODES.has(code)) return true;
  // The same codes can end a connection on which the request was already sent.
  if (syscall === "connect" && (code === "ENETUNREACH" || code === "EHOSTUNREACH")) return true;
  // Deno has no code; its message names the phase.
  if (typeof message === "string" && message.includes("client error (Connect)")) return true;
  return isUnsent(cause, depth + 1);
}
