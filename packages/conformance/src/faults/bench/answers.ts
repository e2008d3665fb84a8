import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Answer } from "../target/answer.ts";

/** Header fields of an answer; several values make several fields. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A complete answer. */
export function send(
  response: ServerResponse,
  status: number,
  body: string | Uint8Array = "",
  fields: Fields = {},
): void {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  write(response, status, { "content-length": String(bytes.length), ...fields });
  response.end(bytes);
}

/** A complete JSON answer. */
export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  fields: Fields = {},
): void {
  send(response, status, JSON.stringify(value), { "content-type": "application/json", ...fields });
}

/** The documented answer of an operation. */
export function sendAnswer(response: ServerResponse, answer: Answer, fields: Fields = {}): void {
  const type = answer.type === undefined ? {} : { "content-type": answer.type };
  write(response, answer.status, { "content-length": String(answer.body.length), ...type, ...fields });
  response.end(answer.body);
}

/** Ends the connection by a reset, without an answer. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** Promises the whole body, sends half of it, and closes the connection. */
export function sendCut(response: ServerResponse, answer: Answer): void {
  const half = answer.body.subarray(0, Math.max(1, answer.body.length >> 1));
  write(response, answer.status, {
    "content-length": String(Math.max(answer.body.length, half.length + 1)),
    "content-type": answer.type ?? "application/json",
  });
  response.write(half, () => setImmediate(() => response.socket?.destroy()));
}

/** Sends the header section and half of the body, then nothing more. */
export function sendStalled(response: ServerResponse, answer: Answer): void {
  const half = answer.body.subarray(0, Math.max(1, answer.body.length >> 1));
  write(response, answer.status, {
    "content-length": String(answer.body.length + 1),
    "content-type": answer.type ?? "application/json",
  });
  response.write(half);
}

/** Waits until more can be written, or nothing any more. */
export async function drained(response: ServerResponse): Promise<void> {
  const ended = new AbortController();
  await Promise.race(
    ["drain", "close"].map((event) => once(response, event, { signal: ended.signal })),
  ).catch(() => {});
  ended.abort();
}

function write(response: ServerResponse, status: number, fields: Fields): void {
  response.writeHead(
    status,
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === "string" ? [name, value] : value.flatMap((one) => [name, one]),
    ),
  );
}
