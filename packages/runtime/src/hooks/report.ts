import { log } from "../log/log.ts";
import type { WireRequest } from "../request/attempt.ts";
import type { Call } from "../request/call.ts";
import { visibleHeaders } from "../request/headers.ts";
import type { CallEvent, Hooks } from "./hooks.ts";

/** Tells hooks and log that an attempt is about to be sent. */
export function reportRequest(call: Call, { url, headers }: WireRequest): void {
  const shown = (): Record<string, string> =>
    visibleHeaders(headers, [call.state.definition.idempotency?.header]);
  tell(call, "request", () => ({ url, headers: shown() }));
  log(call.state.options, "debug", `${nameOf(call)} sent`, () => ({
    ...eventOf(call),
    url,
    headers: shown(),
  }));
}

/** Tells that an answer arrived, whatever its status. */
export function reportResponse(call: Call, { status, headers }: Response, duration: number): void {
  tell(call, "response", () => ({ status, headers, duration }));
  log(call.state.options, "debug", `${nameOf(call)} answered ${status}`, () => {
    const { errors, rateLimit = {} } = call.state.definition;
    const harmless = [...(errors?.requestIdHeaders ?? []), ...Object.values(rateLimit)];
    return { ...eventOf(call), status, duration, headers: visibleHeaders(headers, harmless) };
  });
}

/** Tells that an attempt failed and will be repeated. */
export function reportRetry(call: Call, error: Error, delay: number): void {
  tell(call, "retry", () => ({ delay, error }));
  log(call.state.options, "info", `${nameOf(call)} is sent again in ${Math.round(delay)} ms`, () => ({
    ...eventOf(call),
    delay,
    error: error.message,
  }));
}

/** Tells that the call failed for good. */
export function reportError(call: Call, error: Error): void {
  tell(call, "error", () => ({ error }));
  log(call.state.options, "error", `${nameOf(call)} failed`, () => ({
    ...eventOf(call),
    error: error.message,
  }));
}

/** Observers cannot break what they observe, whether they throw now or later. */
function tell<Name extends keyof Hooks>(call: Call, name: Name, rest: () => object): void {
  const hook = call.state.options.hooks?.[name] as ((event: object) => unknown) | undefined;
  if (!hook) return;
  new Promise((resolve) => resolve(hook({ ...eventOf(call), ...rest() }))).catch((error: unknown) => {
    log(call.state.options, "error", `The ${name} hook failed`, () => ({ error: String(error) }));
  });
}

function eventOf({ state, operation, attempts }: Call): CallEvent {
  const { id, method, path } = operation;
  return { client: state.definition.name, operation: id, method, path, attempt: attempts };
}

function nameOf({ operation }: Call): string {
  return `${operation.method} ${operation.path}`;
}
