import { WebhookVerificationError } from "./errors.ts";

/** @throws {WebhookVerificationError} when a time is not one, or too far from the clock (seconds since 1970) */
export function checkTime(text: string, now: number, tolerance = 300): void {
  if (!/^\d{1,15}$/.test(text)) {
    throw new WebhookVerificationError("malformed-header", "The time is not seconds.");
  }
  const age = Math.floor(now) - Number(text);
  if (Math.abs(age) <= tolerance) return;
  throw new WebhookVerificationError(
    age > 0 ? "too-old" : "from-the-future",
    `The delivery is ${age} s old; toleranceSeconds is ${tolerance}.`,
  );
}
