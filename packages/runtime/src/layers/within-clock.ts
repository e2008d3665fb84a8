import { type Clock, startClock, until } from "../clock/clock.ts";
import { now } from "../clock/timers.ts";
import { kindOf } from "../errors/brand.ts";
import { type CallRequest, type Layer, openBody, type Reply } from "../layer.ts";
import { connectionError, endingError } from "../layer-errors.ts";
import type { EncodedBody, WireBody } from "../operation.ts";
import { handOver } from "../response/hand-over.ts";
import { readText, readWhole } from "../response/read-body.ts";
import { tooLarge } from "../response/too-large.ts";

/**
 * Gives a request its time, from the moment at which it can go out to the last byte of what is read of its answer. Ends
 * it when that is over or the caller aborts, and lets go of what it has opened.
 */
export function withinClock(next: Layer): Layer {
  return async (request) => {
    const { facts, signal } = request;
    const { report } = facts;
    const clock = startClock(signal);
    facts.attempts += 1;
    const startedAt = report && now();
    let isSent = false;
    const onSending = (): void => {
      isSent = true;
    };
    report?.(facts, "request", { url: request.url, headers: request.headers });
    try {
      const reply = await clock.race(exchange({ ...request, onSending }, clock, next));
      if (report) {
        const { status, headers } = reply.response;
        report(facts, "response", { status, headers, duration: now() - Number(startedAt) });
      }
      return reply;
    } catch (error) {
      throw clock.ended ? endingError(request, clock.ended, { isSent }) : error;
    }
  };
}

/** One request and what is read of its answer, within the time of the clock. */
export async function exchange(request: CallRequest, clock: Clock, next: Layer): Promise<Reply> {
  const { limits, deadline, body } = request;
  const opened: WireBody[] = [];
  let isAnswered = false;
  let isHandedOver = false;
  const onReleased = (): void => {
    const left = Math.max(0, until(deadline));
    clock.arm(Math.min(limits.timeout, left), left < limits.timeout ? "totalTimeout" : "timeout");
  };
  try {
    if (deadline !== Number.POSITIVE_INFINITY) clock.arm(Math.max(0, until(deadline)), "totalTimeout");
    const reply = await next({
      ...request,
      signal: clock.signal,
      onReleased,
      body: body?.close ? recorded(body, opened) : body,
    });
    isAnswered = true;
    const received = await receive(reply, request, clock);
    isHandedOver = request.reads === "stream" && received.isUnread === true;
    return received;
  } catch (error) {
    throw kindOf(error) ? error : connectionError(request, error, { isAnswered });
  } finally {
    if (!isHandedOver || clock.ended) {
      clock.stop();
      // Those that were sent whole are closed already.
      for (const one of opened) body?.close?.(one);
    }
  }
}

/** The body, which tells what is opened for it. */
function recorded(encoded: EncodedBody, opened: WireBody[]): EncodedBody {
  const body = (): WireBody => {
    const made = openBody(encoded) as WireBody;
    opened.push(made);
    return made;
  };
  return { ...encoded, body };
}

/** Reads what is to be read of a body while its request's time runs. Of an error that is the text, up to a bound. */
export async function receive({ response }: Reply, request: CallRequest, clock: Clock): Promise<Reply> {
  const { status, ok, url } = response;
  if (!ok) return { response, text: await readText(response) };
  const { facts, limits, reads, method } = request;
  if (reads === "stream") {
    clock.disarm();
    return { response: handOver(response, clock, request), isUnread: true };
  }
  if (reads === "nothing" || status === 204 || status === 205 || method === "HEAD") {
    await readText(response);
    return { response };
  }
  const { maxResponseBytes } = limits;
  const refuse = (): Error => tooLarge(facts, response, maxResponseBytes);
  if (reads === "text") return { response, text: await readWhole(response, maxResponseBytes, refuse) };
  const { statusText, headers } = response;
  const copy = new Response(await response.arrayBuffer(), { status, statusText, headers });
  return { response: Object.defineProperty(copy, "url", { value: url }), isUnread: true };
}
