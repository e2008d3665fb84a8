import { memoryReplays } from "@trunkline/agora/webhooks";
import { queue } from "./queue.ts";
import { receive } from "./receive.ts";

const replays = memoryReplays();

/** `app/agora/route.ts` of a Next.js app: it runs in both of its runtimes. */
export async function POST(request: Request): Promise<Response> {
  const inbox = { secret: process.env.AGORA_WEBHOOK_SECRET ?? "", replays, enqueue: queue.enqueue };
  return new Response(null, { status: await receive(request, inbox) });
}
