import { memoryReplays } from "@trunkline/agora/webhooks";
import { queue } from "./queue.ts";
import { receive } from "./receive.ts";

/** What API Gateway and function URLs give, as far as it is needed. */
export interface LambdaEvent {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

const replays = memoryReplays();

/** The event itself is a delivery: its body may be in base64, and says so. */
export async function handler(event: LambdaEvent): Promise<{ readonly statusCode: number }> {
  const inbox = { secret: process.env.AGORA_WEBHOOK_SECRET ?? "", replays, enqueue: queue.enqueue };
  return { statusCode: await receive(event, inbox) };
}
