import type { AddressInfo } from "node:net";
import { createConnection, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Stands before Redis, which runs what it is told at once; its answers can be held up. */
export interface LateRedis {
  readonly port: number;
  /** What is answered from now on comes so many milliseconds later, in its order. */
  delay(ms: number): void;
}

export async function lateRedis(redis: number): Promise<LateRedis> {
  let delayMs = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = createConnection(redis, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on("error", () => {});
    }
    client.pipe(upstream);
    let last = 0;
    upstream.on("data", (chunk) => {
      last = Math.max(last, performance.now() + delayMs);
      setTimeout(() => client.write(chunk), last - performance.now());
    });
    upstream.on("close", () => client.destroy());
    client.on("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    delay(ms) {
      delayMs = ms;
    },
  };
}
