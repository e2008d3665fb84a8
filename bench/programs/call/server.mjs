import { createServer } from "node:http";
import { answer, headers } from "./answer.mjs";

// Refuses what is not the call, so that no contestant is fast by sending less.
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://localhost");
  const good =
    request.headers.authorization === "Bearer ak_live_bench" &&
    /\/(programs|files)$/.test(pathname) &&
    [...searchParams].length === 2;
  response.writeHead(good ? 200 : 400, {
    ...headers,
    "content-length": good ? Buffer.byteLength(answer) : 2,
  });
  response.end(good ? answer : "{}");
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("disconnect", () => process.exit());
