import { type Handler, type Loopback, serve } from "./server.ts";

/** A server that counts arrivals by exact sliding windows, and refuses what is too much. */
export interface Counting extends Loopback {
  /** Moments of arrival. */
  readonly arrivals: number[];
  readonly refused: () => number;
  /** Most arrivals in any span of so long. */
  mostIn(per: number): number;
}

/** @param windows limit and length in milliseconds */
export async function countingServer(
  windows: readonly (readonly [limit: number, per: number])[],
  handler: Handler = (_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end("{}"),
): Promise<Counting> {
  const arrivals: number[] = [];
  let refused = 0;
  const server = await serve((request, response, index) => {
    const at = performance.now();
    arrivals.push(at);
    if (windows.some(([limit, per]) => arrivals.filter((one) => one > at - per).length > limit)) {
      refused += 1;
      response.writeHead(429, { "retry-after": "1" }).end();
      return;
    }
    return handler(request, response, index);
  });
  return {
    ...server,
    arrivals,
    refused: () => refused,
    mostIn: (per) =>
      arrivals.reduce((most, at) => {
        const inside = arrivals.filter((one) => one > at - per && one <= at);
        return Math.max(most, inside.length);
      }, 0),
  };
}
