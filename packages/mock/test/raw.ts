import { connect, type Socket } from "node:net";
import type { Mock } from "../src/index.ts";

export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends what a well-behaved client could not, and reads to the end of the connection. */
export async function raw(mock: Mock, text: string | readonly (string | Buffer)[]): Promise<RawAnswer> {
  const socket = dial(mock);
  for (const piece of [text].flat()) socket.write(piece);
  return readAnswer(socket);
}

export function dial(mock: Mock): Socket {
  const socket = connect(Number(new URL(mock.origin).port), "127.0.0.1");
  socket.on("error", () => undefined);
  return socket;
}

export async function readAnswer(socket: Socket): Promise<RawAnswer> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  // Not `once` of node:events, which rejects when the server resets a connection that it has answered.
  if (!socket.closed) await new Promise((done) => socket.once("close", done));
  const [head = "", body = ""] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), head, body };
}

/** A request after which the connection ends. */
export function request(line: string, fields: Readonly<Record<string, string>> = {}, body = ""): string {
  const all = {
    host: "127.0.0.1",
    connection: "close",
    ...(body && { "content-length": String(Buffer.byteLength(body)) }),
    ...fields,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${line} HTTP/1.1\r\n${head.join("")}\r\n${body}`;
}
