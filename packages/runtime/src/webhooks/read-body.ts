import { type Bytes, bytesOf, fromBase64, type Part } from "./bytes.ts";
import type { WebhookDelivery } from "./delivery.ts";
import { WebhookUsageError, WebhookVerificationError } from "./errors.ts";

/** What can be read piece by piece: a web stream, or a request of Node.js. */
interface Chunks extends AsyncIterable<Part & { readonly length: number }> {
  readonly iterator?: (options: object) => Chunks;
}

/**
 * The bytes of a delivery.
 *
 * @throws {WebhookUsageError} when the body was parsed or read before
 * @throws {WebhookVerificationError} when it is empty, too large, or breaks off
 */
export async function readBody(delivery: WebhookDelivery, maxBytes = 1_000_000): Promise<Bytes> {
  const { bodyUsed, readableDidRead } = delivery as { bodyUsed?: boolean; readableDidRead?: boolean };
  const body: unknown = delivery.rawBody ?? delivery.body;
  let bytes: Bytes;
  try {
    bytes = await bytesOf(await partsOf());
  } catch (cause) {
    if (cause instanceof WebhookUsageError) throw cause;
    throw new WebhookVerificationError("unreadable-body", "The body broke off.", cause);
  }
  if (!bytes.length) throw new WebhookVerificationError("empty-body", "There is no body.");
  if (bytes.length <= maxBytes) return bytes;
  throw new WebhookVerificationError("too-large", `The body is over ${maxBytes} bytes.`);

  async function partsOf(): Promise<Part[]> {
    if (typeof body === "string") return [delivery.isBase64Encoded ? fromBase64(body) : body];
    if (ArrayBuffer.isView(body) || String(body) === "[object ArrayBuffer]") return [body as Bytes];
    const isOwn = body === undefined;
    const source = (isOwn ? delivery : body) as Chunks | null;
    if (!bodyUsed && !(isOwn && readableDidRead)) {
      if (source?.[Symbol.asyncIterator]) return readAll(source, maxBytes);
      if (isOwn || !source) return [];
    }
    throw new WebhookUsageError(
      "parsed-body",
      'The body was read before. Give its bytes. Express: express.raw({ type: "*/*" }) before express.json(). Fastify: parseAs: "buffer". Hono: c.req.raw. Next.js: the request; in pages/api, bodyParser: false. Koa: ctx.req. Lambda: the event.',
    );
  }
}

async function readAll(source: Chunks, maxBytes: number): Promise<Part[]> {
  const parts: Part[] = [];
  let left = maxBytes;
  // A request of Node.js is left open, so that it can be answered.
  for await (const chunk of source.iterator?.({ destroyOnReturn: false }) ?? source) {
    parts.push(chunk);
    left -= chunk.length;
    // What is not a number bounds nothing, and is never 0.
    if (!(left >= 0)) break;
  }
  return parts;
}
