import type { AgoraWebhookEvent } from "@trunkline/agora/webhooks";

const events: AgoraWebhookEvent[] = [];

/** Stands for SQS, a Cloudflare Queue, BullMQ: what takes an event at once, and works on it later. */
export const queue: {
  readonly events: AgoraWebhookEvent[];
  /** Failures to come, for the demonstration. */
  failures: number;
  enqueue(event: AgoraWebhookEvent): Promise<void>;
} = {
  events,
  failures: 0,
  async enqueue(event: AgoraWebhookEvent): Promise<void> {
    if (queue.failures > 0) {
      queue.failures--;
      throw new Error("The queue is not there.");
    }
    events.push(event);
  },
};
