import { POST } from "./next-route.ts";

const server = {
  fetch: (request: Request): Promise<Response> | Response =>
    request.method === "POST" ? POST(request) : new Response(null, { status: 405 }),
};

// biome-ignore lint/style/noDefaultExport: what `bun run` and `deno serve` serve
export default server;
