import type { APIError } from "../errors/api-error.ts";
import type { LogLevel } from "../log/log.ts";
import { log } from "../log/log.ts";
import type { ClientOptions } from "../options.ts";
import { type Call, contextOf, scrubberOf } from "../request/call.ts";
import { visibleHeaders } from "../request/headers.ts";
import type { Scrubber } from "../secrets/scrubber.ts";
import type { Hooks } from "./hooks.ts";

const STEPS = {
  request: ["debug", "is sent"],
  response: ["debug", "was answered"],
  retry: ["info", "failed and will be sent again"],
  error: ["error", "failed"],
} as const satisfies Record<keyof Hooks, readonly [LogLevel, string]>;

/** Tells observers of a step of a call; `fields` are the step's own. */
export type Report = (call: Call, step: keyof Hooks, fields: object) => void;

/** What tells the observers of a client's calls; undefined where there are none, so that nothing is made for them. */
export function reporter({ hooks, logLevel }: ClientOptions): Report | undefined {
  return hooks || logLevel ? report : undefined;
}

/** Observers cannot break what they observe, whether they throw now or later. */
function report(call: Call, step: keyof Hooks, fields: object): void {
  const { definition, options } = call.state;
  const hook = options.hooks?.[step] as ((event: object) => unknown) | undefined;
  const scrub = scrubberOf(call);
  const { operation, method, path } = contextOf(call);
  const event = (): object => ({
    client: definition.name,
    operation,
    method,
    path,
    attempt: call.attempts,
    ...fields,
    ...shownOnly(fields, scrub),
  });
  if (hook) {
    new Promise((resolve) => resolve(hook.call(options.hooks, event()))).catch((error: unknown) => {
      log(options, "error", `The ${step} hook failed`, () => ({ error: String(scrub.thrown(error)) }));
    });
  }
  const [level, what] = STEPS[step];
  log(options, level, `${method} ${path} ${what}`, () => shown(call, step, event(), scrub));
}

/** Those fields that can hold a secret, without it: a server may repeat the key in any field of its header. */
function shownOnly({ url, headers }: { url?: string; headers?: object }, scrub: Scrubber): object {
  return {
    ...(url !== undefined && { url: scrub.label(url) }),
    ...(headers && {
      headers: Symbol.iterator in headers ? scrub.headers(headers as Headers) : scrub.json({ ...headers }),
    }),
  };
}

/** An event as it may be logged: header values from the allow-list, errors without what they quote of a body. */
function shown(
  { state }: Call,
  step: keyof Hooks,
  event: { headers?: Headers; error?: Error },
  scrub: Scrubber,
): Readonly<Record<string, unknown>> {
  const { errors, rateLimit, idempotency } = state.definition;
  const fields: Record<string, unknown> = { ...event };
  // Those of a request are told apart already. The class would tell too, but the caller's `fetch` may have one of its own.
  if (step === "response" && event.headers) {
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
    fields.error = status === undefined ? scrub.label(`${name}: ${message}`) : name;
    Object.assign(fields, status === undefined ? {} : { status, requestId });
  }
  return fields;
}
