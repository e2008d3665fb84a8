import {
  type AgoraWebhookEvent,
  dedupeKey,
  handleOnce,
  type ReplayStore,
  unwrap,
  type WebhookDelivery,
  WebhookVerificationError,
} from "@trunkline/agora/webhooks";

/** What every endpoint below works with. */
export interface Inbox {
  /** The endpoint's secret; several while one replaces another. */
  readonly secret: string | readonly string[];
  /** Ids that were handled. `memoryReplays()` serves one process; several need a store that they share. */
  readonly replays: ReplayStore;
  /** Puts an event into a queue. Agora waits ten seconds for an answer: the work itself comes later. */
  enqueue(event: AgoraWebhookEvent): Promise<void>;
}

/**
 * Takes a delivery in.
 *
 * @returns the status to answer with: 204 for what is in the queue, now or from an earlier delivery; 409 while another one
 * of the same event is being put there; 400 for what Agora did not sign. What throws is the program's own fault, and
 * answered with 500, so that Agora sends it once more.
 */
export async function receive(delivery: WebhookDelivery, inbox: Inbox): Promise<204 | 400 | 409> {
  let event: AgoraWebhookEvent;
  try {
    event = await unwrap(delivery, { secret: inbox.secret });
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    console.log(`refused: ${error.message}`);
    return 400;
  }
  const claim = await handleOnce(inbox.replays, dedupeKey(event), () => inbox.enqueue(event));
  return claim === "in-progress" ? 409 : 204;
}
