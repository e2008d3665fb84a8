import { until } from "../clock/clock.ts";
import { now } from "../clock/timers.ts";
import type { CallRequest, Layer, Reply } from "../layer.ts";
import type { LayerParts } from "../request/call.ts";
import { QuotaError } from "./quota-error.ts";
import { statedBy } from "./stated-by.ts";
import type { NamedWindow, NoPlace, Place, QuotaStore, StatedWindow } from "./types.ts";

/** How long a place may lie in a transport's queue before it is given back, in milliseconds: others could use it. */
const STALE = 1000;

/** Longest time, in milliseconds, that a request is taken to be on its way to the vendor after its place was taken. */
const LONGEST_WAY = 60_000;

/** How requests get their places. */
export interface Metering {
  readonly store: QuotaStore;
  readonly maxWait: number;
  readonly contextOf: LayerParts["contextOf"];
  windowsOf(request: CallRequest): readonly NamedWindow[] | Promise<readonly NamedWindow[]>;
  /** The windows of a call, for who is told of it later. */
  remember(request: CallRequest, windows: readonly NamedWindow[]): void;
}

/**
 * Has every request take its place when the transport lets it go, so that none is kept by what stands in a queue. It is in
 * flight until its answer, from which it counts: the vendor counts its arrival, which is not later.
 */
export function metered({ store, maxWait, contextOf, windowsOf, remember }: Metering, next: Layer): Layer {
  return async (request) => {
    const { limits, signal, deadline } = request;
    const found = windowsOf(request);
    const windows = found instanceof Promise ? await found : found;
    remember(request, windows);
    let place: Place | undefined;
    let takenAt = 0;
    let isSending = false;
    let isOver = false;

    const settle = (isCounted: boolean, stated?: readonly StatedWindow[]): void => {
      place?.settle(isCounted, stated);
      place = undefined;
    };
    const keep = (taken: Place | NoPlace): void => {
      if ("wait" in taken) throw refusal(taken.wait, request);
      place = taken;
      takenAt = now();
      // A transport that does not wait has it counted all the same.
      if (isOver) settle(isSending);
    };
    const take = (): Promise<void> | undefined => {
      const lease = Math.min(limits.timeout, LONGEST_WAY) + 2 * STALE;
      const taken = store.take(windows, { maxWait: Math.min(maxWait, until(deadline)), lease, signal });
      if (taken instanceof Promise) return taken.then(keep);
      if (!("wait" in taken)) return keep(taken) as undefined;
      return Promise.reject(refusal(taken.wait, request));
    };
    const mayGo = (): Promise<void> | undefined => {
      let wait = request.mayGo?.();
      if (wait || now() - takenAt > STALE) settle(false);
      if (!wait && !place) wait = take();
      // Whoever does not wait for it is not told of its end either.
      wait?.catch(() => {});
      return wait;
    };
    const onSending = (): void => {
      isSending = true;
      request.onSending?.();
    };
    try {
      const reply = await next({ ...request, mayGo, onSending });
      isOver = true;
      settle(true, statedOf(windows, reply));
      return reply;
    } catch (error) {
      isOver = true;
      isSending &&= !(error as { unsent?: boolean } | null)?.unsent;
      settle(isSending);
      throw error;
    }
  };

  function refusal(wait: number, { facts }: CallRequest): QuotaError {
    const waitMs = Math.ceil(wait);
    return new QuotaError(
      `The quota has no place for the next ${waitMs} ms, which is longer than the call may wait; nothing was sent. Call again then, or let it wait longer (totalTimeout of the call, maxWait of the quota).`,
      { ...contextOf(facts), waitMs },
    );
  }
}

/** What an answer says of the windows that it describes. */
function statedOf(windows: readonly NamedWindow[], { response }: Reply): readonly StatedWindow[] {
  return windows.flatMap((window) => {
    const stated = window.headers && statedBy(response.headers, window.headers);
    return stated ? [{ ...stated, window }] : [];
  });
}
