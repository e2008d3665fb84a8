import { type AddressInfo, createServer, type Socket } from "node:net";
import { BASE_PATH } from "./server.ts";

/** A server that speaks no HTTP of its own: for answers that node:http would not write. */
export interface RawServer {
  readonly base: string;
  /** How many requests began to arrive. */
  readonly requests: number;
  close(): Promise<void>;
}

/** Calls `answer` once per request, when its header section has arrived. */
export async function startRawServer(
  answer: (socket: Socket, number: number) => unknown,
): Promise<RawServer> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      if (!text.includes("\r\n\r\n")) return;
      text = "";
      requests += 1;
      answer(socket, requests);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}${BASE_PATH}`,
    get requests() {
      return requests;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
