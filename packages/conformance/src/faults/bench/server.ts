import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Certificate } from "./certificates.ts";
import { readBody } from "./read-body.ts";

/** One request as the server saw it. */
export interface Received {
  /** 1 for the first request of this server. */
  readonly number: number;
  readonly method: string;
  /** Request target, undecoded. */
  readonly target: string;
  /** Its path, undecoded, with the base path. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names; several values are joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The parsed body; undefined when it is not JSON. */
  readonly json: unknown;
  /** Everything that was sent, as text, HTTP basic decoded: for finding a secret. */
  readonly wire: string;
  /** True once the client has closed the connection before the whole answer was written. */
  abandoned: boolean;
}

/** Answers one request; it may also leave it unanswered. */
export type Handler = (request: Received, response: ServerResponse) => unknown;

/** A loopback server that records what arrives. */
export interface FaultServer {
  readonly port: number;
  /** `http://127.0.0.1:port`, `https:` where it has a certificate. */
  readonly origin: string;
  /** A base URL for a client: the origin and a path. */
  readonly base: string;
  readonly requests: readonly Received[];
  /** Connections that are open now. */
  readonly open: number;
  /** Connections that were ever made. */
  readonly connections: number;
  close(): Promise<void>;
}

/** Path of every base URL: that it is kept is part of every case. */
export const BASE_PATH = "/base/v1";

export async function startServer(
  handle: Handler,
  port = 0,
  certificate?: Certificate,
): Promise<FaultServer> {
  const requests: Received[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await readBody(incoming);
    const request = describe(incoming, body, requests.length + 1);
    requests.push(request);
    response.on("close", () => {
      if (!response.writableFinished) request.abandoned = true;
    });
    response.on("error", () => {});
    await handle(request, response);
  };
  const listen = (incoming: IncomingMessage, response: ServerResponse): void => {
    answer(incoming, response).catch(() => incoming.socket.destroy());
  };
  const settings = { keepAliveTimeout: 60_000 };
  const server = certificate
    ? createSecureServer({ ...settings, ...certificate }, listen)
    : createServer(settings, listen);
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("clientError", (_: Error, socket: Socket) => socket.destroy());
  server.on("tlsClientError", (_: Error, socket: Socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address() as AddressInfo;
  const origin = `${certificate ? "https" : "http"}://127.0.0.1:${address.port}`;
  return {
    port: address.port,
    origin,
    base: origin + BASE_PATH,
    requests,
    get open() {
      return sockets.size;
    },
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function describe(incoming: IncomingMessage, body: Buffer, number: number): Received {
  const target = incoming.url ?? "";
  const [path = "", search = ""] = target.split(/\?(.*)/s);
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  return {
    number,
    method: incoming.method ?? "",
    target,
    path,
    query: new URLSearchParams(search),
    headers,
    body,
    json: parse(body),
    wire: `${target}\n${incoming.rawHeaders.map(decoded).join("\n")}\n${body.toString("latin1")}`,
    abandoned: false,
  };
}

/** A field of HTTP basic (RFC 7617), with what it says. */
function decoded(field: string): string {
  const [, coded] = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(field) ?? [];
  return coded === undefined ? field : `${field} ${Buffer.from(coded, "base64").toString("utf8")}`;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
