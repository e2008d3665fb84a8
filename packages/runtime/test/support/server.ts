import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as the server saw it. */
export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface Loopback {
  readonly url: string;
  readonly seen: Seen[];
  readonly sockets: Set<Socket>;
  /** Answers that are neither complete nor cut off. */
  readonly open: Set<ServerResponse>;
}

/** Answers the nth request (from 0). */
export type Handler = (request: Seen, response: ServerResponse, index: number) => unknown;

/** What a server needs to speak https; PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** A real HTTP server on the loopback interface, with an identity over TLS; closed when the test ends. */
export async function serve(handler: Handler, identity?: Identity): Promise<Loopback> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  const open = new Set<ServerResponse>();
  const listen = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = "";
    for await (const chunk of incoming) body += chunk;
    const request = {
      method: incoming.method ?? "",
      url: incoming.url ?? "",
      headers: incoming.headers,
      body,
    };
    seen.push(request);
    open.add(response);
    response.on("close", () => open.delete(response));
    await handler(request, response, seen.length - 1);
  };
  const server = identity ? createSecureServer(identity, listen) : createServer(listen);
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `${identity ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: origin, seen, sockets, open };
}

/** Answers with JSON. */
export function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string | readonly string[]> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
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
