import { createServer } from "node:http";

// 10,000 items, 50 ms before each answer; pages by number, as AgentRef has them, and by the last id, as OpenAI has them.
const ITEMS = 10_000;
const LATENCY = 50;
const item = (n) => ({
  id: `item_${n}`,
  name: `Program number ${n}`,
  status: "active",
  at: "2026-01-04T09:45:11.000Z",
});

const server = createServer((request, response) => {
  const { searchParams: query } = new URL(request.url, "http://localhost");
  const send = (body) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
  const size = Number(query.get("pageSize") ?? query.get("limit") ?? 100);
  const after = query.get("after");
  const first = after === null ? (Number(query.get("page") ?? 1) - 1) * size : Number(after.slice(5)) + 1;
  const data = Array.from({ length: Math.max(0, Math.min(size, ITEMS - first)) }, (_, i) => item(first + i));
  const more = first + size < ITEMS;
  const meta = {
    total: ITEMS,
    page: first / size + 1,
    pageSize: size,
    hasMore: more,
    nextCursor: null,
    requestId: "r",
  };
  setTimeout(() => send({ data, meta, object: "list", has_more: more, last_id: data.at(-1)?.id }), LATENCY);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("disconnect", () => process.exit());
