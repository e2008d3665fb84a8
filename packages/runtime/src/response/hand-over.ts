import type { Clock } from "../clock/clock.ts";
import type { CallRequest } from "../layer.ts";
import { connectionError, endingError } from "../layer-errors.ts";
import { realResponse } from "../real-response.ts";

/**
 * The answer with its body unread. The attempt's time ended at the headers; from here on the clock runs only
 * while a chunk is awaited, and abort, silence and a lost connection end the stream with an error of ours.
 */
export function handOver(response: Response, clock: Clock, request: CallRequest): Response {
  const { body, status, statusText, headers } = response;
  // A `fetch` of the caller's may bring a body that is not a web stream.
  if (typeof body?.getReader !== "function") {
    clock.stop();
    return body === null ? realResponse(response) : response;
  }
  // Not before it is read: of an answer that is thrown away unread, a body that nobody has locked is collected with it.
  let reader: ReadableStreamDefaultReader | undefined;
  const stream = new ReadableStream(
    {
      async pull(controller) {
        try {
          // By way of the answer, which must not be collected before its body.
          reader ??= (response.body as ReadableStream).getReader();
          clock.arm(request.limits.idleTimeout, "idleTimeout");
          const { done, value } = await clock.race(reader.read());
          clock.disarm();
          if (!done) return controller.enqueue(value);
          clock.stop();
          controller.close();
        } catch (error) {
          clock.stop();
          reader?.cancel().catch(() => {});
          const { ended } = clock;
          controller.error(
            ended
              ? endingError(request, ended, { answer: response })
              : connectionError(request, error, { isAnswered: true, answer: response }),
          );
        }
      },
      cancel(reason) {
        clock.stop();
        return reader ? reader.cancel(reason) : body.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  const copy = new Response(stream, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: response.url });
}
