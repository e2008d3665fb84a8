import { usageError } from "./usage-error.ts";

/** Where a request goes, in the parts that undici takes. */
export interface Address {
  readonly origin: string;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
}

/** Needs nothing that `URL` would do: no escape, no dot that leads elsewhere, no fragment. */
const PLAIN = /^https?:\/\/[a-z0-9.\-[\]:]+\/(?!\.)(?:(?!\/\.|[\\#^`{}|<>"])[\x21-\x7e])*$/;
/** A port that `URL` leaves out. */
const USUAL_PORT = /^(?:http:\/\/[^/]*:80|https:\/\/[^/]*:443)\//;

/** @throws UsageError for what fetch would not take either */
export function readAddress(url: string): Address {
  if (PLAIN.test(url) && !USUAL_PORT.test(url)) {
    const end = url.indexOf("/", 8);
    const origin = url.slice(0, end);
    return { origin, host: origin.slice(origin.indexOf("/") + 2), path: url.slice(end) };
  }
  const { protocol, origin, host, pathname, search, username, password } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") {
    throw usageError(`A transport sends to http: and https:, not to ${protocol}`);
  }
  if (username || password) {
    throw usageError(
      "An address with a user name or a password in it is not sent to: give them as credentials.",
    );
  }
  return { origin, host, path: pathname + search };
}
