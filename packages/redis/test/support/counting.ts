import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A server that counts arrivals by exact sliding windows, and refuses what is too much. */
export interface Counting {
  readonly url: string;
  readonly arrivals: readonly number[];
  refused(): number;
  exchanges(): number;
  /** Who exchanges last, by the number of its process. */
  exchanger(): string | undefined;
  /** Most arrivals in any span of so many milliseconds. */
  mostIn(per: number): number;
}

/**
 * @param windows limit and length in milliseconds
 * @param exchangeMs how long an exchange of tokens takes
 * @param atEnd that of the test's context, where tests run side by side
 */
export async function countingServer(
  windows: readonly (readonly [limit: number, per: number])[],
  exchangeMs = 0,
  atEnd: typeof onTestFinished = onTestFinished,
): Promise<Counting> {
  const arrivals: number[] = [];
  let refused = 0;
  let exchanges = 0;
  let exchanger: string | undefined;
  /** The first arrival that a window may still hold. */
  const heads = windows.map(() => 0);
  const server = createServer(async (request, response) => {
    request.resume();
    const json = { "content-type": "application/json" };
    if (request.url === "/token") {
      exchanges += 1;
      exchanger = request.headers["x-process"]?.toString();
      const token = `tok_${exchanges}`;
      await new Promise((resolve) => setTimeout(resolve, exchangeMs));
      return response.writeHead(200, json).end(JSON.stringify({ token, expires_in: 3600 }));
    }
    const at = performance.now();
    arrivals.push(at);
    const left = windows.map(([limit, per], index) => {
      while ((arrivals[heads[index] as number] as number) <= at - per) (heads[index] as number)++;
      return limit - (arrivals.length - (heads[index] as number));
    });
    const fields = {
      ...json,
      "x-ratelimit-remaining": String(Math.max(0, left[0] ?? 0)),
      "x-ratelimit-reset": String(Math.ceil((Date.now() + (windows[0]?.[1] ?? 0)) / 1000)),
    };
    if (left.some((one) => one < 0)) {
      refused += 1;
      return response.writeHead(429, { ...fields, "retry-after-ms": "200" }).end();
    }
    response.writeHead(200, fields).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    refused: () => refused,
    exchanges: () => exchanges,
    exchanger: () => exchanger,
    mostIn(per) {
      let most = 0;
      let head = 0;
      arrivals.forEach((at, index) => {
        while ((arrivals[head] as number) <= at - per) head++;
        most = Math.max(most, index - head + 1);
      });
      return most;
    },
  };
}
