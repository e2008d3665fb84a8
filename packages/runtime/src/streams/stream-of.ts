import { APIResponseError } from "../errors/response-error.ts";
import type { ErrorContext } from "../errors/trunkline-error.ts";
import { UsageError } from "../errors/usage-error.ts";
import { excerptOf } from "../response/excerpt.ts";
import type { Scrubber } from "../secrets/scrubber.ts";

/** The answer that a stream is read from, and the call that it belongs to. */
export interface StreamSource {
  readonly response: Response;
  readonly context: ErrorContext;
  /** Takes the call's secrets out of what is shown. */
  readonly scrub: Scrubber;
}

/** Something that can be walked once: the bytes are gone afterwards. */
export function streamOf<T>(
  { response, context }: StreamSource,
  read: () => AsyncGenerator<T, void, undefined>,
): AsyncIterable<T> {
  let isTaken = false;
  return {
    [Symbol.asyncIterator]() {
      if (isTaken || response.bodyUsed) {
        throw new UsageError("A stream can be walked only once; call the method again for another.", context);
      }
      isTaken = true;
      return read();
    },
  };
}

/** The stream holds something else than it should. */
export function streamError(
  { response, context, scrub }: StreamSource,
  message: string,
  text: string,
): APIResponseError {
  const { status } = response;
  const headers = scrub.headers(response.headers);
  const excerpt = excerptOf(text, scrub);
  const begin = excerpt && ` It begins: ${excerpt.slice(0, 100)}`;
  return new APIResponseError(
    `${context.method} ${context.path} was answered ${status} with ${message}${begin}`,
    {
      ...context,
      status,
      headers,
      contentType: headers.get("content-type") ?? undefined,
      requestId: headers.get("x-request-id") ?? headers.get("request-id") ?? undefined,
      excerpt,
    },
  );
}

/** @throws {APIResponseError} when the answer is of another media type than the stream's */
export function checkMediaType(source: StreamSource, accepted: RegExp, wanted: string): void {
  const type = source.response.headers.get("content-type");
  if (type === null || source.response.body === null || accepted.test(type)) return;
  // Missing in React Native, which has no streams.
  source.response.body?.cancel().catch(() => {});
  throw streamError(source, `${source.scrub.text(type)} where a stream of ${wanted} was promised.`, "");
}

/** A value of the stream, which has to be JSON. */
export function parseRecord(source: StreamSource, text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw streamError(source, `a stream in which ${what} is no JSON.`, text);
  }
}
