import type { Middleware } from "@trunkline/agentref";

/** A request and its answer, as JSON can hold them. */
export interface RecordedCall {
  readonly request: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Fields of answers that a client reads; others may tell of an account what a repository should not hold. */
const HEADERS = ["content-type", "link", "retry-after"];

/**
 * Writes down what a client asks and is answered. Middleware sees no credential, so that none is recorded; what an answer
 * says is. Answers are read whole: do not record streams.
 */
export function recording(calls: RecordedCall[]): Middleware {
  return async function recording(request, next) {
    const response = await next();
    const { status, headers } = response;
    const kept = HEADERS.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    });
    const body = await response.clone().text();
    calls.push({ request: nameOf(request), status, headers: Object.fromEntries(kept), body });
    return response;
  };
}

/** Answers as recorded, in the recorded order, and sends nothing. A request that was not recorded fails. */
export function replaying(calls: readonly RecordedCall[]): Middleware {
  const left = [...calls];
  return function replaying(request) {
    const name = nameOf(request);
    const index = left.findIndex((call) => call.request === name);
    const [call] = index < 0 ? [] : left.splice(index, 1);
    if (!call) throw new Error(`Not in the recording, or not once more: ${name}. Record again.`);
    const { status, headers, body } = call;
    return new Response(body || null, { status, headers });
  };
}

/** Without the base URL, so that a recording of one server serves for another. */
function nameOf({ method, path, url, body = "" }: Parameters<Middleware>[0]): string {
  const { pathname, search } = new URL(url);
  const segments = pathname.split("/").slice(1 - path.split("/").length);
  return `${method} /${segments.join("/")}${search} ${body}`.trim();
}
