import { startClock } from "../clock/attempt-clock.ts";
import { until } from "../clock/deadline.ts";
import { UsageError } from "../errors/usage-error.ts";
import { log } from "../log/log.ts";
import type { Call } from "../request/call.ts";
import { contextOf } from "../request/call.ts";
import { abortError, lateError } from "../request/call-errors.ts";
import { limitOf } from "../request/limits.ts";
import { startCall } from "../request/start.ts";
import type { AppliedCredential, SchemeContext, SecurityScheme } from "./scheme.ts";

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

/**
 * Names of the schemes of the first alternative for which everything is there.
 *
 * @throws {UsageError} when there is none
 */
export function chooseSchemes(call: Call): readonly string[] {
  const { state, operation, decided } = call;
  const { schemes, security } = state.definition;
  const alternatives = operation.security ?? security;
  if (alternatives.length === 0) return [];
  for (const names of alternatives) {
    // What the caller puts into a scheme's own header, or takes out of it, stands.
    const needed = names.filter((name) => !isDecided(schemes[name], decided));
    if (needed.every((name) => state.authenticators[name])) return needed;
  }
  const ways = alternatives.map((names) => names.map((name) => howToGive(call, name)).join(" and "));
  throw new UsageError(
    `${operation.id} needs a credential, and none is configured. Give ${[...new Set(ways)].join(", or ")}.`,
    contextOf(call),
  );
}

function isDecided(scheme: SecurityScheme | undefined, decided: Call["decided"]): boolean {
  const own = decided[scheme?.header ?? ""];
  if (!scheme?.cookie || !own) return own !== undefined;
  return own.split(/; */).some((cookie) => cookie.startsWith(`${scheme.cookie}=`));
}

function howToGive({ state }: Call, scheme: string): string {
  const sources = state.definition.schemes[scheme]?.sources ?? [];
  const ways = sources.map(
    ({ option, env }) => `the option ${option}${env ? ` or the environment variable ${env}` : ""}`,
  );
  return ways.join(", or ");
}

function isReady(applied: AppliedCredential | Promise<AppliedCredential>): applied is AppliedCredential {
  return !("then" in applied);
}
