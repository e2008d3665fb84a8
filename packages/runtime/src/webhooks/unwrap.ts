import { bytesOf } from "./bytes.ts";
import type { WebhookDelivery, WebhookHeaders } from "./delivery.ts";
import { WebhookUsageError, WebhookVerificationError } from "./errors.ts";
import { parseEvent } from "./parse-event.ts";
import { readBody } from "./read-body.ts";
import type { WebhookScheme } from "./scheme.ts";
import { readSecrets } from "./secrets.ts";
import { isSameText } from "./signature.ts";

/** Options of {@link Unwrap}. */
export interface UnwrapOptions {
  /**
   * The endpoint's secret, or several while one replaces another.
   * @default the environment variable of the vendor
   */
  readonly secret?: string | readonly string[] | undefined;
  /**
   * How far the signed time of a delivery may be from the clock, in seconds, if the vendor signs a time.
   *
   * @default 300
   */
  readonly toleranceSeconds?: number | undefined;
  /** Largest body, in bytes. @default 1000000 */
  readonly maxBytes?: number | undefined;
  /** The clock, in milliseconds since 1970, for tests. @default Date.now */
  readonly now?: (() => number) | undefined;
}

/** Verifies a delivery, and gives its event. */
export type Unwrap<Event> = (delivery: WebhookDelivery, options?: UnwrapOptions) => Promise<Event>;

/** Gives a delivery's event without verifying who sent it. */
export type UnsafeUnwrap<Event> = (
  delivery: WebhookDelivery,
  options?: Pick<UnwrapOptions, "maxBytes">,
) => Promise<Event>;

/** Makes `unwrap` of one vendor. */
export function unwrapOf<Event>(scheme: WebhookScheme): Unwrap<Event> {
  return async (delivery, { secret, toleranceSeconds, maxBytes, now = Date.now } = {}) => {
    const secrets = await readSecrets(secret, scheme.env, scheme.secret);
    const headers = headersOf(delivery);
    const [before, signatures] = scheme.read(headers, now() / 1000, toleranceSeconds);
    const body = await readBody(delivery, maxBytes);
    const content = await bytesOf([before, body]);
    let isSigned = false;
    for (const key of secrets) {
      const wanted = await scheme.sign(content, key);
      for (const one of signatures) if (isSameText(one, wanted)) isSigned = true;
    }
    if (isSigned) return parseEvent(body, headers, scheme) as Event;
    throw new WebhookVerificationError(
      "wrong-signature",
      "No signature fits the body and this endpoint's secret.",
    );
  };
}

/** Makes `unsafeUnwrap` of one vendor. */
export function unsafeUnwrapOf<Event>(scheme: WebhookScheme): UnsafeUnwrap<Event> {
  return async (delivery, { maxBytes } = {}) => {
    const headers = headersOf(delivery);
    return parseEvent(await readBody(delivery, maxBytes), headers, scheme) as Event;
  };
}

function headersOf(delivery: WebhookDelivery): WebhookHeaders {
  const headers = delivery?.headers;
  if (Object(headers) === headers) return headers;
  throw new WebhookUsageError("wrong-argument", "The delivery has no headers.");
}
