import { startClock } from "../clock/attempt-clock.ts";
import { until } from "../clock/deadline.ts";
import { log } from "../log/log.ts";
import type { Call } from "../request/call.ts";
import { abortError, lateError } from "../request/call-errors.ts";
import { limitOf } from "../request/limits.ts";
import { startCall } from "../request/start.ts";
import { chooseSchemes } from "./choose-schemes.ts";
import type { AppliedCredential, SchemeContext } from "./scheme.ts";

/** The credentials of one attempt; a promise only where one has to be waited for. */
export function acquire(
  call: Call,
  deadline: number,
): readonly AppliedCredential[] | Promise<readonly AppliedCredential[]> {
  const context: SchemeContext = {
    timeout: limitOf(call, "timeout"),
    warn: (message) => log(call.state.options, "warn", message, () => ({})),
    send: async (operation, params, secrets) =>
      (await startCall(call.state, { operation, params, secrets })("parsed")).data,
  };
  const applied: (AppliedCredential | Promise<AppliedCredential>)[] = [];
  for (const name of chooseSchemes(call)) {
    const credential = call.state.authenticators[name]?.apply(context);
    if (credential) applied.push(credential);
  }
  if (applied.every(isReady)) return applied;
  return waitFor(Promise.all(applied), call, deadline);
}

/** An exchange is shared: a caller that gives up leaves it, and does not end it for the others. */
export function waitFor<T>(work: Promise<T>, call: Call, deadline: number): Promise<T> {
  const clock = startClock(call.options.signal, () => abortError(call));
  clock.arm(until(deadline), () => lateError(call, "totalTimeout"));
  return clock.race(work).finally(clock.stop);
}

function isReady(applied: AppliedCredential | Promise<AppliedCredential>): applied is AppliedCredential {
  return !("then" in applied);
}
