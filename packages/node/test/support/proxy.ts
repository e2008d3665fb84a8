import { createServer, type IncomingMessage } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { Identity } from "./identities.ts";

export interface Proxy {
  readonly url: string;
  /** Where tunnels were asked for. */
  readonly tunnels: { readonly to: string; readonly authorization: string | undefined }[];
}

/**
 * A proxy on the loopback interface.
 *
 * @param refuse what is answered in place of a tunnel
 */
export async function serveProxy(refuse?: string, identity?: Identity): Promise<Proxy> {
  const tunnels: Proxy["tunnels"] = [];
  const sockets = new Set<Socket>();
  const server = identity ? createSecureServer(identity) : createServer();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  server.on("connect", (request: IncomingMessage, client: Socket, head: Buffer) => {
    const to = request.url ?? "";
    tunnels.push({ to, authorization: request.headers["proxy-authorization"] });
    client.on("error", () => {});
    if (refuse !== undefined) {
      client.end(refuse);
      return;
    }
    const [host = "", port] = to.split(":");
    const target = connect(Number(port), host, () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      target.write(head);
      target.pipe(client).pipe(target);
    });
    sockets.add(target);
    target.on("error", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `${identity ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tunnels,
  };
}
