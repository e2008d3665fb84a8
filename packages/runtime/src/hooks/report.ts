import type { APIError } from "../errors/api-error.ts";
import type { LogLevel } from "../log/log.ts";
import { log } from "../log/log.ts";
import type { Call } from "../request/call.ts";
import { visibleHeaders } from "../request/headers.ts";
import type { Hooks } from "./hooks.ts";

const STEPS = {
  request: ["debug", "is sent"],
  response: ["debug", "was answered"],
  retry: ["info", "failed and will be sent again"],
  error: ["error", "failed"],
} as const satisfies Record<keyof Hooks, readonly [LogLevel, string]>;

/**
 * Tells hooks and log of a step of a call. Observers cannot break what they observe, whether they throw now or
 * later.
 *
 * @param tell what the step's own fields are; asked only when somebody listens
 */
export function report(call: Call, step: keyof Hooks, tell: () => object): void {
  const { definition, options } = call.state;
  if (!isWatched(call)) return;
  const hook = options.hooks?.[step] as ((event: object) => unknown) | undefined;
  const { id, method, path } = call.operation;
  const event = (): object => ({
    client: definition.name,
    operation: id,
    method,
    path,
    attempt: call.attempts,
    ...tell(),
  });
  if (hook) {
    new Promise((resolve) => resolve(hook(event()))).catch((error: unknown) => {
      log(options, "error", `The ${step} hook failed`, () => ({ error: String(error) }));
    });
  }
  const [level, what] = STEPS[step];
  log(options, level, `${method} ${path} ${what}`, () => shown(call, event()));
}

/** Whether anybody listens to a call. */
export function isWatched({ state: { options } }: Call): boolean {
  return Boolean(options.hooks || options.logLevel);
}

/** An event as it may be logged: header values from the allow-list, errors without what they quote of a body. */
function shown(
  { state }: Call,
  event: { headers?: unknown; error?: Error },
): Readonly<Record<string, unknown>> {
  const { errors, rateLimit, idempotency } = state.definition;
  const fields: Record<string, unknown> = { ...event };
  if (event.headers instanceof Headers) {
    const harmless = [
      idempotency?.header,
      ...(errors?.requestIdHeaders ?? []),
      ...Object.values(rateLimit ?? {}),
    ];
    fields.headers = visibleHeaders(event.headers, harmless);
  }
  if (event.error) {
    const { name, message, status, requestId } = event.error as Partial<APIError>;
    // The message of an answer's error quotes its body.
    fields.error = status === undefined ? `${name}: ${message}` : name;
    Object.assign(fields, status === undefined ? {} : { status, requestId });
  }
  return fields;
}
