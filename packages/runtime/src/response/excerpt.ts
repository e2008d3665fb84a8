import type { Scrubber } from "../secrets/scrubber.ts";

/** The beginning of a body, as it may be shown. */
export function excerptOf(text: string, scrub: Scrubber): string {
  // Much more than is kept, since what is redacted may be long.
  return scrub.cut(text.slice(0, 20_000)).slice(0, 500);
}
