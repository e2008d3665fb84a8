import type { ClientDefinition, HintFormat, RetryHint } from "../definition.ts";
import { readPointer } from "../pointer.ts";

const NUMBER = /^\d+(?:\.\d+)?$/;
// IMF-fixdate and the two obsolete forms (RFC 9110, 5.6.7) begin with a weekday; `Date.parse` alone would take "-5" for a year.
const HTTP_DATE = /^[a-z]{3,9},? /i;

/** Where a vendor tells of its limits, besides the standard's fields. */
export interface LimitFields {
  readonly retryAfter?: ClientDefinition["retryAfter"];
  readonly rateLimit?: ClientDefinition["rateLimit"];
}

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, `Retry-After`, the `RateLimit` fields, then the
 * vendor's own hints. All but the first two mean that on 429 alone. What cannot be read is not a hint.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/
 */
export function retryHint(
  status: number,
  headers: Headers,
  body: unknown,
  hints: readonly RetryHint[] = [],
): number | undefined {
  const answeredAt = answerTime(headers);
  return (
    span(headers.get("retry-after-ms"), "milliseconds", answeredAt) ??
    span(headers.get("retry-after"), "seconds", answeredAt) ??
    // Vendors write the end of the rate-limit window on every answer; it says nothing about an outage.
    (status === 429 ? windowEnd(headers, body, hints, answeredAt) : undefined)
  );
}

/** How long nothing more is let through, in milliseconds, by an answer that says that nothing remains and until when. */
export function exhaustion(
  headers: Headers,
  { retryAfter = [], rateLimit = {} }: LimitFields,
): number | undefined {
  const { remaining = "ratelimit-remaining", reset } = rateLimit;
  const isNone = /^0+(?:\.0+)?$/.test(headers.get(remaining)?.trim() ?? "");
  if (!isNone) return draftReset(headers);
  const answeredAt = answerTime(headers);
  return (
    windowEnd(headers, undefined, retryAfter, answeredAt) ??
    (reset ? span(headers.get(reset), "either", answeredAt) : undefined)
  );
}

function windowEnd(
  headers: Headers,
  body: unknown,
  hints: readonly RetryHint[],
  answeredAt: number,
): number | undefined {
  const found = draftReset(headers);
  if (found !== undefined) return found;
  for (const hint of hints) {
    const value = "header" in hint ? headers.get(hint.header) : readPointer(body, hint.body);
    const wait = span(value, hint.format, answeredAt);
    if (wait !== undefined) return wait;
  }
  return span(headers.get("ratelimit-reset"), "either", answeredAt);
}

/** The longest reset of the windows of which nothing remains: `"a";r=0;t=3`, in older drafts `remaining=0, reset=3`. */
function draftReset(headers: Headers): number | undefined {
  const text = headers.get("ratelimit");
  if (!text) return undefined;
  const windows = /\bremaining *=/.test(text) ? [text] : text.split(",");
  return longest(
    windows.map((one) =>
      /\b(?:r|remaining) *= *0+(?![.\d])/.test(one)
        ? span(/\b(?:t|reset) *= *([\d.]+)/.exec(one)?.[1], "seconds", 0)
        : undefined,
    ),
  );
}

/** A date is read against the answer's own clock, so that it does not matter whether ours is right. */
function answerTime(headers: Headers): number {
  return dateOf(headers.get("date")) ?? Date.now();
}

/** What a field says; of several, as where a proxy added its own, the longest. */
function span(value: unknown, format: HintFormat | "either", answeredAt: number): number | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  // A date has a comma of its own.
  return longest(
    (text.match(/(?: *[a-z]{3,9}, ?(?=\d\d[ -]))?[^,]+/gi) ?? []).map((one) =>
      spanOf(one.trim(), format, answeredAt),
    ),
  );
}

function spanOf(text: string, format: HintFormat | "either", answeredAt: number): number | undefined {
  const date = dateOf(text);
  if (date !== undefined) return Math.max(0, date - answeredAt);
  if (!NUMBER.test(text)) return undefined;
  const amount = Number(text);
  if (format === "milliseconds") return amount;
  // Nobody waits for thirty years.
  const isEpoch = format === "epochSeconds" || (format === "either" && amount > 1e9);
  return isEpoch ? Math.max(0, amount * 1000 - answeredAt) : amount * 1000;
}

function longest(spans: readonly (number | undefined)[]): number | undefined {
  const known = spans.filter((one) => one !== undefined);
  // Not as arguments of one call, of which an engine takes only so many.
  return known.length > 0 ? known.reduce((most, one) => Math.max(most, one)) : undefined;
}

function dateOf(text: string | null): number | undefined {
  // The asctime form names no zone, and is in GMT all the same.
  const time =
    text !== null && HTTP_DATE.test(text) ? Date.parse(text.replace(/ \d{4}$/, "$& GMT")) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
