import { type AttemptClock, startClock } from "../clock/attempt-clock.ts";
import { now } from "../clock/timers.ts";
import type { AppliedCredential } from "../credentials/scheme.ts";
import type { WireBody } from "../definition.ts";
import { APIRedirectError } from "../errors/connection-errors.ts";
import { TrunklineError } from "../errors/trunkline-error.ts";
import { decideRedirect, isRedirect } from "../redirects/decide-redirect.ts";
import { handOver } from "../response/hand-over.ts";
import type { Reply } from "../response/interpret.ts";
import { readText } from "../response/read-body.ts";
import { type Call, contextOf } from "./call.ts";
import { abortError, connectionError, lateError } from "./call-errors.ts";
import { limitOf } from "./limits.ts";

/** A request as openapi-fetch made it. */
export interface WireRequest {
  readonly url: string;
  readonly headers: Headers;
}

interface Progress {
  answered: boolean;
  handedOver: boolean;
}

/** Sends a call once and reads the answer, all under one clock. Every status is an answer. */
export async function attempt(
  call: Call,
  request: WireRequest,
  credentials: readonly AppliedCredential[],
  deadline: number,
): Promise<Reply> {
  const secrets = [...call.secrets, ...credentials.flatMap((credential) => credential.secrets)];
  const clock = startClock(call.options.signal, () => abortError(call));
  const timeout = limitOf(call, "timeout");
  const remaining = Math.max(0, deadline - now());
  clock.arm(Math.min(timeout, remaining), () =>
    lateError(call, remaining < timeout ? "totalTimeout" : "timeout"),
  );
  const progress: Progress = { answered: false, handedOver: false };
  try {
    return await clock.race(exchange(call, request, credentials, secrets, clock, progress));
  } catch (error) {
    if (error instanceof TrunklineError) throw error;
    throw connectionError(call, error, secrets, progress.answered);
  } finally {
    if (!progress.handedOver || clock.ended) clock.stop();
  }
}

async function exchange(
  call: Call,
  request: WireRequest,
  credentials: readonly AppliedCredential[],
  secrets: readonly string[],
  clock: AttemptClock,
  progress: Progress,
): Promise<Reply> {
  if (clock.ended) throw clock.ended;
  const response = await follow(call, request, credentials, clock);
  progress.answered = true;
  if (clock.ended) {
    // The `fetch` did not listen to the signal; nobody will read this body.
    response.body?.cancel().catch(() => {});
    throw clock.ended;
  }
  const wanted = call.mode === "parsed" ? call.operation.response : "binary";
  if (!response.ok) return { response, text: await readText(response), secrets };
  if (wanted === "binary") {
    clock.disarm();
    progress.handedOver = true;
    const handed = handOver(
      response,
      clock,
      limitOf(call, "idleTimeout"),
      () => lateError(call, "idleTimeout"),
      (error) => connectionError(call, error, secrets, true),
    );
    return { response: handed, text: undefined, value: handed, secrets };
  }
  if (
    wanted === "none" ||
    response.status === 204 ||
    response.status === 205 ||
    call.operation.method === "HEAD"
  ) {
    await readText(response);
    return { response, text: undefined, secrets };
  }
  if (typeof wanted === "object")
    return { response, text: undefined, value: await wanted.read(response), secrets };
  return { response, text: await response.text(), secrets };
}

async function follow(
  call: Call,
  request: WireRequest,
  credentials: readonly AppliedCredential[],
  clock: AttemptClock,
): Promise<Response> {
  const { options } = call.state;
  const send = options.fetch ?? globalThis.fetch;
  const headers = withCredentials(request.headers, credentials);
  let method: string = call.operation.method;
  let url = request.url;
  let body = bodyOf(call);
  for (let hops = 0; ; hops++) {
    const init: RequestInit & { duplex?: "half" } = {
      ...options.fetchOptions,
      method,
      headers,
      body: body as RequestInit["body"] & {},
      signal: clock.signal,
      redirect: "manual",
    };
    if (body instanceof ReadableStream) init.duplex = "half";
    const response = await send(withQuery(url, credentials), init);
    // A key in the query would otherwise be printed with the answer.
    if (credentials.some(({ query }) => query)) Object.defineProperty(response, "url", { value: url });
    const hidden = response.type === "opaqueredirect";
    if (!hidden && !isRedirect(response.status)) return response;
    const decision = decideRedirect({
      method,
      url,
      status: hidden ? 0 : response.status,
      location: response.headers.get("location"),
      repeatable: call.body?.repeatable ?? true,
      hops,
    });
    if (!decision.follow) {
      response.body?.cancel().catch(() => {});
      throw new APIRedirectError(decision.reason, contextOf(call));
    }
    await readText(response);
    ({ url, method } = decision);
    body = decision.keepBody ? bodyOf(call) : undefined;
    if (!decision.keepBody) headers.delete("content-type");
  }
}

function bodyOf({ body }: Call): WireBody | undefined {
  return typeof body?.body === "function" ? body.body() : body?.body;
}

function withCredentials(headers: Headers, credentials: readonly AppliedCredential[]): Headers {
  const all = new Headers(headers);
  for (const { header } of credentials) {
    if (!header) continue;
    const [name, value] = header;
    const cookies = name === "cookie" ? all.get(name) : null;
    all.set(name, cookies === null ? value : `${cookies}; ${value}`);
  }
  return all;
}

function withQuery(url: string, credentials: readonly AppliedCredential[]): string {
  let whole = url;
  for (const { query } of credentials) {
    if (!query) continue;
    const [name, value] = query;
    // A redirect may repeat the query that it was asked with; a field of the caller's stands.
    if (whole.includes("?") && new URL(whole).searchParams.has(name)) continue;
    whole += `${whole.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  }
  return whole;
}
