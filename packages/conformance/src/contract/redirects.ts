import type { RecordedRequest } from "@trunkline/mock";
import { differences } from "./differences.ts";

/** What a client did with an answer that names another place. */
export interface Followed {
  /** Requests that went to where an answer before them led. */
  readonly hops: number;
  readonly problems: readonly string[];
}

/**
 * Follows the requests of one call from redirect to redirect. Which ones a client may follow, the fault suite judges;
 * here each further request has to go where the answer before it led, and nowhere else.
 */
export function followRedirects(requests: readonly RecordedRequest[], origin: string): Followed {
  const problems: string[] = [];
  let hops = 0;
  for (const request of requests.slice(1)) {
    const before = requests[hops];
    const location = before?.answer?.headers.location;
    if (before === undefined || location === undefined || !isRedirect(before.answer?.status)) break;
    hops += 1;
    const { pathname, search } = new URL(location, new URL(before.target, origin));
    problems.push(
      ...differences(request.target, `${pathname}${search}`, `the address of request ${hops + 1}`),
    );
  }
  return { hops, problems };
}

/** Whether a status asks to look elsewhere. 300 and 304 are answers of their own. */
export function isRedirect(status: number | undefined): boolean {
  return status !== undefined && [301, 302, 303, 307, 308].includes(status);
}
