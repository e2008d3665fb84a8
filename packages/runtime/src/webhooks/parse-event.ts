import type { Bytes } from "./bytes.ts";
import type { WebhookHeaders } from "./delivery.ts";
import { WebhookVerificationError } from "./errors.ts";
import { readHeader } from "./read-headers.ts";
import type { WebhookScheme } from "./scheme.ts";

/** What a body says. @throws {WebhookVerificationError} when it is not UTF-8, not JSON, or would change a prototype */
export function parseEvent(body: Bytes, headers: WebhookHeaders, { event }: WebhookScheme): unknown {
  let payload: unknown;
  try {
    payload = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body), (key, value) => {
      if (key === "__proto__") throw key;
      return value as unknown;
    });
  } catch {
    throw new WebhookVerificationError(
      "invalid-body",
      "The body is not JSON in UTF-8, or has a key __proto__.",
    );
  }
  return event ? { event: readHeader(headers, event), payload } : payload;
}
