import type { DeliveryAttempt, DeliveryRequest } from "./types.ts";

/** Most of an answer that is kept. */
const KEPT = 4096;

/** Sends once. What goes wrong is told in the attempt. */
export async function attempt(
  to: URL,
  request: DeliveryRequest,
  timeoutSeconds: number,
  closing: AbortSignal,
): Promise<DeliveryAttempt> {
  const started = performance.now();
  const ended = (more: Pick<DeliveryAttempt, "isTaken"> & Partial<DeliveryAttempt>): DeliveryAttempt => ({
    status: undefined,
    error: undefined,
    answer: undefined,
    ...more,
    request,
    milliseconds: Math.round(performance.now() - started),
  });
  try {
    const response = await fetch(to, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      // Vendors do not follow one either: whoever answers would get what was meant for another.
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(timeoutSeconds * 1000), closing]),
    });
    const answer = (await response.text()).slice(0, KEPT);
    return ended({ status: response.status, answer, isTaken: response.ok });
  } catch (error) {
    return ended({ error: reason(error, timeoutSeconds), isTaken: false });
  }
}

function reason(error: unknown, timeoutSeconds: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeoutSeconds} s`;
  return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}
