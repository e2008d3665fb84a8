import { memoryReplays } from "@trunkline/agora/webhooks";
import { queue } from "./queue.ts";
import { receive } from "./receive.ts";

/** A Worker's secrets are no environment variables: they come with each request. */
interface Env {
  readonly AGORA_WEBHOOK_SECRET: string;
}

// One isolate's memory: a Durable Object or Redis is what all of them share.
const replays = memoryReplays();

const worker = {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method !== "POST") return new Response(null, { status: 405 });
    const inbox = { secret: env.AGORA_WEBHOOK_SECRET, replays, enqueue: queue.enqueue };
    return new Response(null, { status: await receive(request, inbox) });
  },
};

// biome-ignore lint/style/noDefaultExport: what Workers look for
export default worker;
