import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Share of requests that meet each fault. */
const faults = { reset: 0.05, unavailable: 0.05, cut: 0.02, limited: 0.01 } as const;

/** What the server saw. */
export interface Ledger {
  /** Idempotency key -> how often the thing was really made. */
  readonly created: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly faults: Readonly<Record<keyof typeof faults, number>>;
  readonly openConnections: () => Promise<number>;
}

export interface FaultyServer extends AsyncDisposable {
  readonly url: string;
  readonly ledger: Ledger;
}

/** A loopback server that answers reads and keyed creates, late, and now and then wrongly. */
export async function startFaultyServer(random: () => number): Promise<FaultyServer> {
  const created = new Map<string, number>();
  const count = { reset: 0, unavailable: 0, cut: 0, limited: 0 };
  let requests = 0;

  const server = createServer((request, response) => {
    requests += 1;
    setTimeout(() => void answer(request, response), random() * 20);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for await (const _chunk of request) {
      // The body is read so that the connection can be used again.
    }
    const fault = draw();
    if (fault === "unavailable" || fault === "limited") {
      count[fault] += 1;
      const headers = fault === "limited" ? { "retry-after-ms": String(Math.ceil(random() * 50)) } : {};
      response.writeHead(fault === "limited" ? 429 : 503, { "content-type": "application/json", ...headers });
      response.end(JSON.stringify({ error: { code: fault, message: "Try again." } }));
      return;
    }
    // The work is done before the answer is lost: that is what makes repeating a create dangerous.
    const key = request.headers["idempotency-key"];
    if (request.method === "POST" && typeof key === "string" && !created.has(key)) created.set(key, 1);
    else if (request.method === "POST" && typeof key !== "string") created.set(`without key ${requests}`, 1);
    const text = JSON.stringify({
      data: { id: String(key ?? "read"), name: "thing" },
      meta: { request_id: `req_${requests}` },
    });
    if (fault === "reset") {
      count.reset += 1;
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(request.method === "POST" ? 201 : 200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    if (fault === "cut") {
      count.cut += 1;
      response.write(text.slice(0, text.length / 2), () => request.socket.resetAndDestroy());
      return;
    }
    response.end(text);
  }

  function draw(): keyof typeof faults | undefined {
    let left = random();
    for (const [name, share] of Object.entries(faults) as [keyof typeof faults, number][]) {
      left -= share;
      if (left < 0) return name;
    }
    return undefined;
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ledger: {
      created,
      faults: count,
      get requests() {
        return requests;
      },
      openConnections: () =>
        new Promise((resolve, reject) =>
          server.getConnections((error, connections) => (error ? reject(error) : resolve(connections))),
        ),
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
