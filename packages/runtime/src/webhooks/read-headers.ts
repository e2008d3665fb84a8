import type { WebhookHeaders } from "./delivery.ts";
import { WebhookVerificationError } from "./errors.ts";

/** No signature, nor a list of them for a rotation of secrets, is nearly as long. */
const MAX_LENGTH = 8192;

/**
 * One header field.
 *
 * @throws {WebhookVerificationError} when it is missing, empty, too long, or there twice: what reads the first and what
 * reads the last would read different ones
 */
export function readHeader(headers: WebhookHeaders, name: string): string {
  const pairs = Symbol.iterator in headers ? headers : Object.entries(headers);
  const found = [...(pairs as Iterable<readonly [string, unknown]>)]
    .flatMap(([key, value]) => (key.toLowerCase() === name.toLowerCase() ? (value ?? []) : []))
    .map(String);
  const [value = ""] = found;
  if (found.length > 1 || value.length > MAX_LENGTH) {
    throw new WebhookVerificationError("malformed-header", `The header ${name} is there twice or too long.`);
  }
  if (value) return value;
  throw new WebhookVerificationError("missing-signature", `The delivery has no header ${name}.`);
}
