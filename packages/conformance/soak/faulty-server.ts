import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Share of requests that meet each fault. */
const faults = { reset: 0.05, unavailable: 0.05, cut: 0.02, limited: 0.01, busy: 0.002 } as const;

/** How long an operation stays closed once it is "busy", which each answer to it says. */
const BUSY = 300;
/** How long a create whose answer was lost is still at work: whoever repeats it is told so. */
const AT_WORK = 120;

/** What the server saw. */
export interface Ledger {
  /** Idempotency key -> how often the thing was really made. */
  readonly created: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly faults: Readonly<Record<keyof typeof faults | "conflict", number>>;
  /** Requests that came while their operation was closed, beside those that were on their way when it closed. */
  readonly early: number;
  readonly openConnections: () => Promise<number>;
}

export interface FaultyServer extends AsyncDisposable {
  readonly url: string;
  readonly ledger: Ledger;
}

/** A loopback server that answers reads and keyed creates, late, and now and then wrongly. */
export async function startFaultyServer(random: () => number): Promise<FaultyServer> {
  const created = new Map<string, number>();
  const count = { reset: 0, unavailable: 0, cut: 0, limited: 0, busy: 0, conflict: 0 };
  /** Idempotency key -> moment at which its create is done. */
  const atWork = new Map<string, number>();
  /** Method -> moment at which it opens again, and the one at which its clients knew that it is closed. */
  const closed = new Map<string, { readonly until: number; readonly told: number }>();
  let requests = 0;
  let early = 0;

  const server = createServer((request, response) => {
    requests += 1;
    const { until = 0, told = 0 } = closed.get(request.method ?? "") ?? {};
    if (Date.now() > told && Date.now() < until) early += 1;
    setTimeout(() => void answer(request, response), random() * 20);
  });

  function refuse(response: ServerResponse, status: number, code: string, headers: object): void {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { code, message: "Try again." } }));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      for await (const _chunk of request) {
        // The body is read so that the connection can be used again.
      }
    } catch {
      // The client has given up, and waits for nothing.
      return;
    }
    const method = request.method ?? "";
    const fault = draw();
    const left = (closed.get(method)?.until ?? 0) - Date.now();
    if (fault === "busy" && left <= 0)
      closed.set(method, { until: Date.now() + BUSY, told: Date.now() + 100 });
    const wait = fault === "busy" && left <= 0 ? BUSY : left;
    if (wait > 0) {
      count.busy += 1;
      refuse(response, 429, "busy", { "retry-after-ms": String(Math.ceil(wait)) });
      return;
    }
    if (fault === "unavailable" || fault === "limited") {
      count[fault] += 1;
      // Half of those that are not available name the wait, too.
      const headers =
        fault === "limited" || random() < 0.5 ? { "retry-after-ms": String(Math.ceil(random() * 50)) } : {};
      refuse(response, fault === "limited" ? 429 : 503, fault, headers);
      return;
    }
    // The work is done before the answer is lost: that is what makes repeating a create dangerous.
    const key = request.headers["idempotency-key"];
    const working = (atWork.get(String(key)) ?? 0) - Date.now();
    if (working > 0) {
      count.conflict += 1;
      refuse(response, 409, "in_progress", { "retry-after-ms": String(Math.ceil(working)) });
      return;
    }
    if (fault === "reset" && typeof key === "string" && !created.has(key))
      atWork.set(key, Date.now() + AT_WORK);
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
      get early() {
        return early;
      },
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
