import { pipeline, Readable } from "node:stream";
import type { Coding } from "./codings.ts";

/** Most bytes that one turn of the event loop is spent on. */
const AT_ONCE = 1_048_576;

/**
 * A body that has arrived whole, decoded at once, which for a small one costs a tenth of a stream.
 *
 * @returns undefined where it becomes larger than is done at once
 */
export function decodeAtOnce(bytes: Buffer, codings: readonly Coding[], most: number): Buffer | undefined {
  let decoded = bytes;
  for (const coding of codings) {
    // What is empty has no coding.
    if (decoded.length === 0) break;
    try {
      decoded = coding.atOnce(decoded, { maxOutputLength: Math.min(AT_ONCE, most) });
    } catch (error) {
      if ((error as { code?: unknown }).code === "ERR_BUFFER_TOO_LARGE") return undefined;
      throw inWords(coding, error);
    }
  }
  return decoded;
}

/** A body decoded bit by bit, as it is read. Each coding of a chain has the bound, for each can be the one that explodes. */
export function decodeStream(
  chunks: AsyncGenerator<Buffer>,
  codings: readonly Coding[],
  most: number,
): AsyncGenerator<Buffer> {
  return codings.reduce((inner, coding) => decodeOne(inner, coding, most), chunks);
}

async function* decodeOne(
  chunks: AsyncGenerator<Buffer>,
  coding: Coding,
  most: number,
): AsyncGenerator<Buffer> {
  let first = await chunks.next();
  while (!first.done && first.value.length === 0) first = await chunks.next();
  if (first.done) return;
  const { value } = first;
  let failure: unknown;
  const whole = async function* (): AsyncGenerator<Buffer> {
    yield value;
    try {
      yield* chunks;
    } catch (error) {
      // It is not a fault of the coding's.
      failure = error;
      throw error;
    }
  };
  const decoder = pipeline(Readable.from(whole()), coding.asStream(value), () => {}) as unknown as Readable;
  let size = 0;
  try {
    for await (const chunk of decoder as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) {
        const told = `The body has more than ${most} bytes when it is decoded (maxDecompressed of nodeTransport).`;
        throw Object.assign(new Error(told), { isFinal: true });
      }
      yield chunk;
    }
  } catch (error) {
    throw failure ?? ((error as { isFinal?: boolean }).isFinal ? error : inWords(coding, error));
  } finally {
    decoder.destroy();
    await chunks.return(undefined);
  }
}

function inWords({ name }: Coding, error: unknown): Error {
  const { code, message } = error as Error & { code?: string };
  if (!code || !/^(?:Z_|ERR_|ZSTD|BROTLI|_)/i.test(code)) return error as Error;
  return /unexpected end|Z_BUF_ERROR/i.test(`${message} ${code}`)
    ? new Error(`The body breaks off within its coding (${name}).`)
    : new Error(`The body is not ${name}, as its content-encoding says (${message}).`);
}
