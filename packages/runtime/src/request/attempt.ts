import { checkInBrowser } from "../browser.ts";
import { type AttemptClock, startClock } from "../clock/attempt-clock.ts";
import { until } from "../clock/deadline.ts";
import type { WireBody } from "../definition.ts";
import { kindOf } from "../errors/brand.ts";
import { APIRedirectError } from "../errors/connection-errors.ts";
import { decideRedirect, isRedirect } from "../redirects/decide-redirect.ts";
import { foreignOrigin } from "../redirects/unasked.ts";
import { handOver } from "../response/hand-over.ts";
import type { Reply } from "../response/interpret.ts";
import { readText, readWhole } from "../response/read-body.ts";
import { tooLarge } from "../response/too-large.ts";
import { type Call, contextOf, scrubberOf } from "./call.ts";
import { abortError, connectionError, lateError } from "./call-errors.ts";
import { sentHeaders } from "./headers.ts";
import { limitOf } from "./limits.ts";

/** Sends a call once and reads the answer, all under one clock. Every status is an answer. */
export function attempt(call: Call, address: string, deadline: number): Promise<Reply> {
  const clock = startClock(call.options.signal, () => abortError(call));
  const timeout = limitOf(call, "timeout");
  const remaining = Math.max(0, until(deadline));
  clock.arm(Math.min(timeout, remaining), () =>
    lateError(call, remaining < timeout ? "totalTimeout" : "timeout"),
  );
  return clock.race(exchange(call, address, clock));
}

async function exchange(call: Call, address: string, clock: AttemptClock): Promise<Reply> {
  const { operation } = call;
  let response: Response | undefined;
  let handedOver = false;
  const bodies: WireBody[] = [];
  const broken = (error: unknown): Error => connectionError(call, address, error, response !== undefined);
  try {
    response = await follow(call, address, clock, bodies);
    const { status } = response;
    const wanted = call.mode === "parsed" ? operation.response : "binary";
    const reader = typeof wanted === "object" ? wanted : undefined;
    let text: string | undefined;
    let value: unknown;
    if (!response.ok) {
      text = await readText(response);
    } else if (wanted === "binary" || reader?.streams) {
      clock.disarm();
      handedOver = true;
      const idle = limitOf(call, "idleTimeout");
      response = handOver(response, clock, idle, () => lateError(call, "idleTimeout"), broken);
      value = reader ? reader.read(response, contextOf(call), scrubberOf(call)) : response;
    } else if (wanted === "none" || status === 204 || status === 205 || operation.method === "HEAD") {
      await readText(response);
    } else if (reader) {
      value = await reader.read(response, contextOf(call), scrubberOf(call));
    } else {
      const limit = limitOf(call, "maxResponseBytes");
      const answer = response;
      text = await readWhole(answer, limit, () => tooLarge(call, answer, limit));
    }
    return { response, text, value };
  } catch (error) {
    throw kindOf(error) ? error : broken(error);
  } finally {
    if (!handedOver || clock.ended) {
      clock.stop();
      // Those that were sent whole are closed already.
      for (const body of bodies) call.body?.close?.(body);
    }
  }
}

/**
 * The answer at the end of those redirects that are safe to follow.
 *
 * @param bodies takes those that are sent, to be closed when the attempt is over
 */
async function follow(
  call: Call,
  address: string,
  clock: AttemptClock,
  bodies: WireBody[],
): Promise<Response> {
  const { credentials, operation, state } = call;
  const { fetch: own, fetchOptions } = state.options;
  const fetch = own ?? globalThis.fetch;
  const headers = headersOf(call);
  let url = address;
  let method: string = operation.method;
  const open = (): WireBody | undefined => {
    const opened = bodyOf(call);
    if (opened) bodies.push(opened);
    return opened;
  };
  let body = open();
  const streamed = typeof ReadableStream !== "undefined" && body instanceof ReadableStream;
  if (state.browser) checkInBrowser(url, headers, streamed);
  for (let hops = 0; ; hops++) {
    if (clock.ended) throw clock.ended;
    const init = { method, headers, body, signal: clock.signal, redirect: "manual" } as RequestInit;
    let response = await fetch(
      credentials.reduce((whole, { address }) => address?.(whole) ?? whole, url),
      fetchOptions || streamed ? { ...fetchOptions, ...(streamed && { duplex: "half" }), ...init } : init,
    );
    if (clock.ended) {
      // The `fetch` did not listen to the signal; nobody will read this body.
      drop(response);
      throw clock.ended;
    }
    const elsewhere = own ? undefined : foreignOrigin(url, response.url);
    if (elsewhere) {
      throw new APIRedirectError(
        `${scrubberOf(call).label(elsewhere)} answered in place of ${new URL(url).origin}: this runtime's fetch follows redirects by itself, so that the request, with its key, may have been sent there. If the API has moved, set baseURL.`,
        contextOf(call),
      );
    }
    response = credentials.reduce((whole, { answered }) => answered?.(whole, url) ?? whole, response);
    if (response.ok) return response;
    const { status } = response;
    const hidden = response.type === "opaqueredirect";
    if (!hidden && !isRedirect(status)) return response;
    const decision = decideRedirect({
      method,
      url,
      status: hidden ? 0 : status,
      location: response.headers.get("location"),
      repeatable: isRepeatable(call),
      label: scrubberOf(call).label,
      hops,
    });
    if (!decision.follow) {
      drop(response);
      throw new APIRedirectError(decision.reason, contextOf(call));
    }
    await readText(response);
    ({ url, method } = decision);
    body = decision.keepBody ? open() : undefined;
    if (!decision.keepBody) {
      call.done = true;
      delete headers["content-type"];
    }
  }
}

// A `fetch` of the caller's may bring a body that is no web stream.
function drop({ body }: Response): void {
  if (typeof body?.cancel === "function") body.cancel().catch(() => {});
  else (body as { destroy?: () => void } | null)?.destroy?.();
}

/** Whether the request can be sent again. */
export function isRepeatable({ body }: Call): boolean {
  return body?.repeatable ?? true;
}

/** Not `Headers`: `fetch` makes its own of them, and that once is enough. */
function headersOf({ headers: fields, credentials }: Call): Record<string, string> {
  const headers = sentHeaders(fields);
  for (const { header } of credentials) {
    if (!header) continue;
    const [name, value] = header;
    const cookies = name === "cookie" && fields.cookie;
    headers[name.toLowerCase()] = cookies ? `${cookies}; ${value}` : value;
  }
  return headers;
}

/** The body of an attempt. */
export function bodyOf({ body }: Call): WireBody | undefined {
  return typeof body?.body === "function" ? body.body() : body?.body;
}
