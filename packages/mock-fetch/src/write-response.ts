import type { Answer, FailRule, RecordedAnswer } from "@trunkline/document/mock";

/** What an answer became. */
export interface Written {
  readonly response: Response;
  readonly recorded: RecordedAnswer;
}

/** Statuses whose answers have no body, and that a `Response` takes none for. */
const EMPTY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Makes the response, late, cut or not at all as a fault says.
 *
 * @throws TypeError where the fault resets the connection, as `fetch` does
 */
export async function writeResponse(
  answer: Answer,
  fault: FailRule | undefined,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Written> {
  if (fault?.delay !== undefined) await late(fault.delay, signal);
  if (fault?.reset)
    throw new TypeError("fetch failed", {
      cause: Object.assign(new Error("The mock was told to reset the connection."), { code: "ECONNRESET" }),
    });
  const { status, headers } = answer;
  const isEmpty = EMPTY.has(status);
  const half = answer.body.subarray(0, Math.floor(answer.body.length / 2));
  const body = isEmpty ? null : fault?.cutBody ? cut(half) : (answer.body as Uint8Array<ArrayBuffer>);
  const response = new Response(body, { status, headers });
  // A response that was made, and did not arrive, names no address.
  Object.defineProperty(response, "url", { value: url });
  return {
    response,
    recorded: {
      status,
      headers,
      body: isEmpty ? new Uint8Array() : fault?.cutBody ? half : answer.body,
      fault: fault !== undefined,
    },
  };
}

/** A body that breaks off. */
function cut(half: Uint8Array): ReadableStream<Uint8Array> {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (!isSent && half.length > 0) controller.enqueue(half);
      else controller.error(new TypeError("terminated"));
      isSent = true;
    },
  });
}

function late(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, fail) => {
    const end = (): void => {
      clearTimeout(timer);
      fail(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", end);
      done();
    }, milliseconds);
    signal?.addEventListener("abort", end, { once: true });
  });
}
