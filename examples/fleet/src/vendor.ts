import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Lead, numberOf } from "./leads.ts";

/** The API, as a server on this machine that knows what it was sent. */
export interface Vendor {
  readonly url: string;
  /** When requests arrived, in milliseconds. */
  readonly arrivals: readonly number[];
  /** How often each row was done, by its number. */
  readonly done: Uint8Array;
  readonly refusals: () => number;
  /** Requests whose key was known: they are answered as before, and nothing is done. */
  readonly repeated: () => number;
  readonly close: () => void;
}

/**
 * Counts requests by exact sliding windows, and refuses what is too much.
 *
 * @param onDone told the worker whose rows were done, before it is answered
 */
export async function startVendor(
  rows: number,
  windows: readonly { readonly limit: number; readonly per: number }[],
  onDone: (worker: string) => void,
): Promise<Vendor> {
  const arrivals: number[] = [];
  const done = new Uint8Array(rows);
  const answers = new Map<string, string>();
  let refusals = 0;
  let repeated = 0;
  const server = createServer(async (request, response) => {
    const at = performance.now();
    arrivals.push(at);
    let text = "";
    for await (const part of request) text += part;
    const json = { "content-type": "application/json" };
    if (windows.some(({ limit, per }) => (arrivals.at(-1 - limit) ?? Number.NEGATIVE_INFINITY) > at - per)) {
      refusals++;
      response.writeHead(429, { ...json, "retry-after": "1" }).end("{}");
      return;
    }
    const key = String(request.headers["idempotency-key"]);
    let answer = answers.get(key);
    if (answer === undefined) {
      const { items } = JSON.parse(text) as { items: readonly Lead[] };
      for (const row of items.map(numberOf)) done[row] = (done[row] ?? 0) + 1;
      answer = JSON.stringify({ created: items.length, updated: 0, failed: 0 });
      answers.set(key, answer);
    } else repeated++;
    onDone(String(request.headers["x-worker"]));
    setTimeout(() => response.writeHead(200, json).end(answer), 100);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    done,
    refusals: () => refusals,
    repeated: () => repeated,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
