import { UsageError } from "../errors/usage-error.ts";
import { tagOf } from "../values/plain.ts";

const closers = new WeakMap<object, () => void>();

/** Closes what a body reads from. A `fetch` that gives up leaves it open, and may go on reading it. */
export function closeBody(body: unknown): void {
  const close = closers.get(Object(body));
  if (close) close();
  else if (tagOf(Object(body)) === "ReadableStream" && !(body as ReadableStream).locked)
    (body as ReadableStream).cancel().catch(() => {});
}

/**
 * `ReadableStream.from` is missing in some browsers. Pulled chunk by chunk; closed early, the source is closed too.
 *
 * @param close closes what the iterable reads from, also where that has not begun. @default its own `destroy`
 */
export function streamOf(
  iterable: AsyncIterable<Uint8Array | string>,
  close: () => void = () => (iterable as { destroy?: () => void }).destroy?.(),
): ReadableStream<Uint8Array> {
  if (typeof ReadableStream === "undefined") {
    throw new UsageError("This runtime has no streams (React Native); give a Blob.");
  }
  const iterator = iterable[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let isOver = false;
  let fail = (_reason: Error): void => {};
  const end = async (reason?: unknown): Promise<void> => {
    isOver = true;
    close();
    await iterator.return?.(reason);
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        fail = (reason) => controller.error(reason);
      },
      async pull(controller) {
        const { done, value } = await iterator.next();
        if (isOver) return;
        isOver = Boolean(done);
        if (done) controller.close();
        else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
  closers.set(stream, () => {
    if (isOver) return;
    // Not closed: half of a file must not look like all of it.
    fail(new Error("The attempt is over."));
    end().catch(() => {});
  });
  return stream;
}

/** Not every runtime can iterate a ReadableStream. */
export async function* readChunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let done = false;
  try {
    for (;;) {
      const chunk = await reader.read();
      done = chunk.done;
      if (chunk.done) return;
      yield chunk.value;
    }
  } finally {
    if (!done) await reader.cancel();
    reader.releaseLock();
  }
}
