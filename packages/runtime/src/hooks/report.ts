import type { ClientDefinition } from "../definition.ts";
import type { APIError } from "../errors/api-error.ts";
import { visibleHeaders } from "../headers.ts";
import type { Hooks } from "../hooks.ts";
import { contextOf, type Report, scrubberOf } from "../layer.ts";
import type { LogLevel } from "../log/log.ts";
import { log } from "../log/log.ts";
import type { ClientOptions } from "../options.ts";
import type { Scrubber } from "../secrets/scrubber.ts";
import { channelsOf } from "./channels.ts";

const STEPS = {
  request: ["debug", "is sent"],
  response: ["debug", "was answered"],
  retry: ["info", "failed and will be sent again"],
  error: ["error", "failed"],
} as const satisfies Record<keyof Hooks, readonly [LogLevel, string]>;

type Step = keyof typeof STEPS;

type Names = readonly (string | undefined)[];

/** Who tells the observers of a client's calls. */
export interface Reporter {
  readonly report: Report;
  /** Whether there are any; asked when a call begins, so that nothing is made where there are none. */
  isHeard(): boolean;
}

/** What tells hooks, log and diagnostics channels. They cannot break what they observe, whether they throw now or later. */
export function reporter(
  { idempotency, errors, rateLimit }: ClientDefinition,
  options: ClientOptions,
): Reporter {
  const { hooks, logLevel } = options;
  const { byName, isHeard } = channelsOf(Object.keys(STEPS) as Step[]);
  const sent: Names = [idempotency?.header];
  const received: Names = [...sent, ...(errors?.requestIdHeaders ?? []), ...Object.values(rateLimit ?? {})];
  const report: Report = (facts, step, fields) => {
    const scrub = scrubberOf(facts);
    const { client, operation, method, path, attempts: attempt } = contextOf(facts);
    const event = (): Told => {
      const told = { client, operation, method, path, attempt, ...fields };
      return { ...told, ...shownOnly(step === "request" ? withVisible(told, sent) : told, scrub) };
    };
    const hook = hooks?.[step] as ((event: object) => unknown) | undefined;
    if (hook) {
      new Promise((resolve) => resolve(hook.call(hooks, event()))).catch((error: unknown) => {
        log(options, "error", `The ${step} hook failed`, () => ({ error: String(scrub.thrown(error)) }));
      });
    }
    const channel = byName[step];
    if (channel?.hasSubscribers) channel.publish(event());
    const [level, what] = STEPS[step];
    log(options, level, `${method} ${path} ${what}`, () => {
      const told = event();
      return logged(step === "response" ? withVisible(told, received) : told, scrub);
    });
  };
  return { report, isHeard: hooks || logLevel ? () => true : isHeard };
}

interface Told {
  readonly [field: string]: unknown;
  readonly url?: string;
  readonly headers?: object;
  readonly error?: Error;
}

/** Those fields that can hold a secret, without it: a server may repeat the key in any field of its header. */
function shownOnly({ url, headers }: Told, scrub: Scrubber): Told {
  return {
    ...(url !== undefined && { url: scrub.label(url) }),
    ...(headers && {
      headers: isHeaders(headers) ? scrub.headers(headers) : (scrub.json({ ...headers }) as object),
    }),
  };
}

/** Header values only where they are known to be harmless. */
function withVisible(event: Told, harmless: Names): Told {
  const { headers } = event;
  if (!headers) return event;
  return {
    ...event,
    headers: visibleHeaders(isHeaders(headers) ? headers : Object.entries(headers), harmless),
  };
}

/** The class would tell, but the caller's `fetch` may have one of its own. */
function isHeaders(headers: object): headers is Headers {
  return Symbol.iterator in headers;
}

/** An event as it may be logged: errors without what they quote of a body. */
function logged(event: Told, scrub: Scrubber): Readonly<Record<string, unknown>> {
  if (!event.error) return event;
  const { name, message, status, requestId } = event.error as Partial<APIError>;
  // The message of an answer's error quotes its body.
  if (status === undefined) return { ...event, error: scrub.label(`${name}: ${message}`) };
  return { ...event, error: name, status, requestId };
}
