/** What is known when an answer asks to look elsewhere. */
export interface RedirectInput {
  readonly method: string;
  /** The URL that answered. */
  readonly url: string;
  /** The answer's status; 0 where a browser hides the answer (`opaqueredirect`). */
  readonly status: number;
  readonly location: string | null;
  /** True when there is no body, or one that can be sent again. */
  readonly repeatable: boolean;
  /** What is shown of an address that the server names. */
  readonly label: (text: string) => string;
  /** Redirects that this attempt has followed so far. */
  readonly hops: number;
}

/** Follow, or an error with its reason. */
export type RedirectDecision =
  | { readonly follow: true; readonly url: string; readonly method: string; readonly keepBody: boolean }
  | { readonly follow: false; readonly reason: string };

/** Redirects that one attempt follows. */
export const MAX_REDIRECTS = 5;

/** True for an answer that {@link decideRedirect} must be asked about. 300 and 304 are answers of their own. */
export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

/**
 * Decides on a redirect before anything is sent. Credentials belong to an origin, and an API that moves a
 * writing request by 301 or 302 leaves open whether it was done; both are errors. Of a foreign address only
 * the origin is named, since the rest can hold secrets.
 */
export function decideRedirect(input: RedirectInput): RedirectDecision {
  const { method, status, location } = input;
  const from = new URL(input.url);
  if (status === 0) {
    return refuse(`${from.origin} redirected to an address that the browser hides; nothing was sent there.`);
  }
  const answer = `${from.origin} answered ${status}`;
  if (location === null || location === "") return refuse(`${answer} without a Location to go to.`);
  let to: URL;
  try {
    to = new URL(location, from);
  } catch {
    return refuse(`${answer} with a Location that is not a URL.`);
  }
  if (to.origin !== from.origin || to.origin === "null") {
    const target = input.label(to.origin === "null" ? to.protocol : to.origin);
    const downgrade = from.protocol === "https:" && to.protocol === "http:" ? ", without encryption" : "";
    return refuse(
      `${answer} and redirects to another origin, ${target}${downgrade}; credentials stay with theirs, and nothing was sent there. If the API has moved, set baseURL.`,
    );
  }
  if (to.username || to.password)
    return refuse(`${answer} with a Location that holds a user name or a password.`);
  if (input.hops >= MAX_REDIRECTS)
    return refuse(`${answer} after ${MAX_REDIRECTS} redirects; no more are followed.`);
  to.hash = "";
  const follow = { follow: true, url: to.href, method, keepBody: true } as const;
  if (method === "GET" || method === "HEAD") return follow;
  if (status === 303) return { ...follow, method: "GET", keepBody: false };
  // What QUERY asks for is asked for at the other place, with the same body (draft-ietf-httpbis-safe-method-w-body, 2.5).
  if ((status === 301 || status === 302) && method !== "QUERY") {
    return refuse(
      `${answer} to ${method}, which leaves open whether the request was done and how it goes on.`,
    );
  }
  if (!input.repeatable)
    return refuse(`${answer} to ${method}, but its body is a stream that cannot be sent again.`);
  return follow;
}

function refuse(reason: string): RedirectDecision {
  return { follow: false, reason };
}
