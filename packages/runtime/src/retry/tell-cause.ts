/**
 * What a runtime's error tells of a request that failed: it was not sent; it was not sent, and will not be (`barred`); it
 * was `declined` under way, and will be again; the transport's own `timeout` ended it; the transport is not made for it
 * (`misfit`).
 */
export type ToldCause = "unsent" | "barred" | "declined" | "timeout" | "misfit";

const UNSENT: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ConnectionRefused", // Bun
  "FailedToOpenSocket", // Bun
]);

/** Of OpenSSL, as Node and Bun name them. */
const CERTIFICATE =
  /^(?:ERR_TLS_)?CERT_|SELF_SIGNED_CERT|^UNABLE_TO_|^(?:INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED|UNKNOWN_CERTIFICATE_VERIFICATION_ERROR)$/;
/** A handshake that fails for what the two sides are. */
const HANDSHAKE =
  /^ERR_SSL_.*(?:WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|HANDSHAKE_FAILURE|ALERT_PROTOCOL_VERSION|UNRECOGNIZED_NAME|INSUFFICIENT_SECURITY)$/;
/** The server does not take the client's certificate. In TLS 1.3 it says so when the request is on its way. */
const DECLINED = /^ERR_SSL_.*ALERT_.*(?:CERT|UNKNOWN_CA|ACCESS_DENIED)/;
/** As Deno and workerd put it, which have no codes. */
const IN_WORDS = /invalid peer certificate|fatal alert|corrupt message|certificate is not trusted/;

/** What the runtime says of a failure. Browsers do not say; there every failure counts as possibly sent. */
export function tellCause(error: unknown, depth = 0): ToldCause | undefined {
  if (typeof error !== "object" || error === null || depth > 4) return undefined;
  const { cause, errors, isFinal, message, name, syscall } = error as Record<string, unknown>;
  const code = String((error as { code?: unknown }).code);
  const text = String(message);
  // One address after another was tried (RFC 8305): what holds for each of them.
  if (Array.isArray(errors) && errors.length > 0) {
    const told = new Set(errors.map((one) => tellCause(one, depth + 1)));
    const [first] = told;
    if (told.size === 1) return first;
    return [...told].every((one) => one === "unsent" || one === "barred") ? "unsent" : undefined;
  }
  if (CERTIFICATE.test(code) || HANDSHAKE.test(code) || IN_WORDS.test(text)) return "barred";
  // Ports that no fetch asks: https://fetch.spec.whatwg.org/#port-blocking
  if (text === "bad port") return "barred";
  if (DECLINED.test(code) || isFinal === true) return "declined";
  // A proxy's own answer to CONNECT. It may be better after 5xx.
  const [, proxied] = /^Proxy response \((\d)\d\d\)/.exec(text) ?? [];
  if (proxied) return proxied === "4" ? "barred" : "unsent";
  // The other codes of a connection can end one on which the request was already sent.
  if (UNSENT.has(code) || syscall === "connect" || syscall === "getaddrinfo") return "unsent";
  // Deno's message names the phase, and Node's this one.
  if (/client error \(Connect\)|before secure TLS connection was established/.test(text)) return "unsent";
  if (/^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/.test(code) || name === "TimeoutError") return "timeout";
  if (code === "UND_ERR_INVALID_ARG") return "misfit";
  return tellCause(cause, depth + 1);
}
