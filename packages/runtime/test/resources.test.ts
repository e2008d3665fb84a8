import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it, vi } from "vitest";
import { GET, POST, sample } from "./support/sample.ts";
import { json, serve } from "./support/server.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

it("10,000 failing calls leave no socket and no heap", { timeout: 120_000 }, async () => {
  const AT_ONCE = 50;
  const server = await serve((request, response, index) => {
    if (index % 97 === 0) return response.socket?.destroy();
    if (index % 89 === 0) {
      response.writeHead(200, { "content-length": "50" }).write("{");
      return setTimeout(() => response.socket?.destroy(), 5);
    }
    if (index % 83 === 0) return response.writeHead(500).end("x".repeat(100_000));
    return json(response, { echo: request.url }, 400);
  });
  const { seen } = server;
  const client = sample({ baseURL: server.url, maxRetries: 0 });
  const fail = async (calls: number): Promise<void> => {
    let failed = 0;
    const worker = async (): Promise<void> => {
      while (failed < calls)
        await client.things.call(failed++ % 2 ? GET : POST).then(
          () => expect.unreachable(),
          () => {},
        );
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    seen.length = 0;
  };
  const heap = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  await fail(1000);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const before = heap();
  await fail(9000);
  // The pool lets go of idle connections after some seconds; what stays is held by a call.
  await vi.waitFor(() => expect(server.sockets.size).toBe(0), { timeout: 10_000, interval: 100 });
  await vi.waitFor(() => expect(heap()).toBeLessThan(before * 1.1), { timeout: 5000, interval: 100 });
});
