import type { AttemptClock } from "../clock/attempt-clock.ts";

/**
 * The answer with its body unread. The attempt's time ended at the headers; from here on the clock runs only
 * while a chunk is awaited, and abort, silence and a lost connection end the stream with an error of ours.
 */
export function handOver(
  response: Response,
  clock: AttemptClock,
  idleTimeout: number,
  silent: () => Error,
  broken: (error: unknown) => Error,
): Response {
  const { body, status, statusText, headers } = response;
  if (!body) {
    clock.stop();
    return response;
  }
  const reader = body.getReader();
  const stream = new ReadableStream(
    {
      async pull(controller) {
        try {
          clock.arm(idleTimeout, silent);
          const { done, value } = await clock.race(reader.read());
          clock.disarm();
          if (!done) return controller.enqueue(value);
          clock.stop();
          controller.close();
        } catch (error) {
          clock.stop();
          reader.cancel().catch(() => {});
          controller.error(clock.ended ?? broken(error));
        }
      },
      cancel(reason) {
        clock.stop();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(stream, { status, statusText, headers });
}
