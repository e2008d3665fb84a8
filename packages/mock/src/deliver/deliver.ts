import { setTimeout as sleep } from "node:timers/promises";
import { MockUsageError } from "@trunkline/document/mock";
import type { DocumentFile } from "../document/open.ts";
import { attempt } from "./attempt.ts";
import type { DeliverOptions, Delivery, DeliveryAttempt } from "./types.ts";
import { readWebhook } from "./webhook.ts";

/**
 * Sends an event to an endpoint, signed as the document says, and repeats it as the document says.
 *
 * @throws {MockUsageError} when the document has no such webhook or example, or there is no secret to sign with
 */
export async function deliver(
  document: DocumentFile,
  event: string,
  options: DeliverOptions,
  closing: AbortSignal,
): Promise<Delivery> {
  const webhook = readWebhook(document, event);
  const request = webhook.requestOf(options);
  const to = endpoint(options.to);
  const attempts: DeliveryAttempt[] = [];
  const waits = options.attempts === undefined ? webhook.waits : webhook.waits.slice(0, options.attempts - 1);
  for (const wait of [0, ...waits]) {
    if (wait > 0 && options.waits) await sleep(wait * 1000, undefined, { signal: closing, ref: true });
    const one = await attempt(to, request(), webhook.timeout, closing);
    attempts.push(one);
    if (one.isTaken || closing.aborted) break;
  }
  return { id: request.id, isDelivered: attempts.at(-1)?.isTaken ?? false, attempts };
}

function endpoint(to: string | URL): URL {
  try {
    const url = new URL(to);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // Said below.
  }
  throw new MockUsageError(
    `\`to\` is the address of your endpoint, http or https, not ${JSON.stringify(String(to))}.`,
  );
}
