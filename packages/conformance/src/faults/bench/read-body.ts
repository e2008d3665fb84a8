import type { IncomingMessage } from "node:http";

/** The whole body of a request; what arrived of it when it was cut. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    // The client went away in the middle: what came is what is recorded.
  }
  return Buffer.concat(chunks);
}
