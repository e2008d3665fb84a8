import { Agoralia, APIError } from "@trunkline/agoralia";

/** What is set in wrangler.toml, and by `wrangler secret put AGORALIA_API_KEY`. */
export interface Env {
  readonly AGORALIA_API_KEY: string;
  /** Only in tests. */
  readonly AGORALIA_URL?: string;
}

/** Answers `GET /calls/7` with the latest calls of a campaign, as a stream of JSON lines. */
const worker: { fetch(request: Request, env: Env): Promise<Response> } = {
  async fetch(request, env) {
    const campaign = Number(/^\/calls\/(\d+)$/.exec(new URL(request.url).pathname)?.[1]);
    if (!campaign) return new Response("Ask for /calls/<campaign>.", { status: 404 });
    const client = new Agoralia({ apiKey: env.AGORALIA_API_KEY, baseURL: env.AGORALIA_URL });
    const calls = client.calls.list({ campaign_id: campaign });
    try {
      // The first page decides the status; an error after it can only end the stream.
      await calls;
    } catch (error) {
      if (!(error instanceof APIError)) throw error;
      return Response.json({ error: error.message }, { status: error.status === 404 ? 404 : 502 });
    }
    const encoder = new TextEncoder();
    const items = calls[Symbol.asyncIterator]();
    const lines = new ReadableStream<Uint8Array>({
      // One page is asked for when the visitor has read the one before.
      async pull(controller) {
        const { done, value } = await items.next();
        if (done) controller.close();
        else
          controller.enqueue(
            encoder.encode(`${JSON.stringify({ to: value.to_number, status: value.status })}\n`),
          );
      },
      cancel: async () => {
        await items.return?.();
      },
    });
    return new Response(lines, { headers: { "content-type": "application/x-ndjson" } });
  },
};

// biome-ignore lint/style/noDefaultExport: it is how a Worker says what it is.
export default worker;
