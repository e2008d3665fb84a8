import type { HintFormat, RetryHint } from "../definition.ts";
import { readPointer } from "../pointer.ts";

const NUMBER = /^\d+(?:\.\d+)?$/;
// IMF-fixdate and the two obsolete forms (RFC 9110, 5.6.7) begin with a weekday; `Date.parse` alone would take "-5" for a year.
const HTTP_DATE = /^[a-z]{3,9},? /i;

/**
 * How long the server asks to wait, in milliseconds: `retry-after-ms`, `Retry-After`, then the vendor's own
 * hints, which mean that on 429 alone. What cannot be read is no hint.
 */
export function retryHint(
  status: number,
  headers: Headers,
  body: unknown,
  hints: readonly RetryHint[] = [],
): number | undefined {
  // A date is read against the answer's own clock, so that it does not matter whether ours is right.
  const answeredAt = dateOf(headers.get("date")) ?? Date.now();
  const spans = [
    () => span(headers.get("retry-after-ms"), "milliseconds", answeredAt),
    () => span(headers.get("retry-after"), "seconds", answeredAt),
  ];
  // Vendors write the end of the rate-limit window on every answer; it says nothing about an outage.
  if (status === 429) {
    for (const hint of hints) {
      spans.push(() =>
        span(
          "header" in hint ? headers.get(hint.header) : readPointer(body, hint.body),
          hint.format,
          answeredAt,
        ),
      );
    }
  }
  for (const read of spans) {
    const found = read();
    if (found !== undefined) return found;
  }
  return undefined;
}

function span(value: unknown, format: HintFormat, answeredAt: number): number | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  const date = dateOf(text);
  if (date !== undefined) return Math.max(0, date - answeredAt);
  if (!NUMBER.test(text)) return undefined;
  const amount = Number(text);
  if (format === "milliseconds") return amount;
  return format === "seconds" ? amount * 1000 : Math.max(0, amount * 1000 - answeredAt);
}

function dateOf(text: string | null): number | undefined {
  // The asctime form names no zone, and is in GMT all the same.
  const time =
    text !== null && HTTP_DATE.test(text) ? Date.parse(text.replace(/ \d{4}$/, "$& GMT")) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
