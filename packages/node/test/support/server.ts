import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer, type ServerOptions } from "node:https";
import type { AddressInfo, Server, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

export interface Loopback {
  readonly url: string;
  readonly seen: Seen[];
  readonly sockets: Set<Socket>;
  /** Connections that were ever made. */
  readonly connections: { count: number };
}

/** Answers the nth request (from 0). */
export type Handler = (seen: Seen, response: ServerResponse, index: number) => unknown;

/** A real server on the loopback interface; closed when the test ends. */
export async function serve(handler: Handler, secure?: ServerOptions): Promise<Loopback> {
  const seen: Seen[] = [];
  const listen = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const { method = "", url = "", headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks) };
    seen.push(request);
    await handler(request, response, seen.length - 1);
  };
  const server = secure ? createSecureServer(secure, listen) : createServer(listen);
  server.keepAliveTimeout = 60_000;
  const held = await open(server, secure ? "https" : "http");
  return { ...held, seen };
}

/** A server that does what it likes with its sockets. */
export async function serveRaw(server: Server): Promise<Omit<Loopback, "seen">> {
  return open(server, "http");
}

async function open(server: Server, scheme: string): Promise<Omit<Loopback, "seen">> {
  const sockets = new Set<Socket>();
  const connections = { count: 0 };
  server.on("connection", (socket: Socket) => {
    connections.count += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets, connections };
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** An address at which nothing listens. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
