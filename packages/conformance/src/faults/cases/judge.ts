import { inspect } from "node:util";
import type { Outcome } from "../bench/bench.ts";
import { FaultFailure, promise } from "../promise.ts";

/** Fails the case unless so many requests arrived. */
export function sent(
  server: { readonly requests: number | readonly unknown[] },
  times: number,
  what = "",
): void {
  const { requests } = server;
  const seen = typeof requests === "number" ? requests : requests.length;
  promise(seen === times, `the server saw ${seen} requests${what && ` ${what}`}, ${times} expected`);
}

/** The value of a call that must succeed. */
export function resultOf(outcome: Outcome, what: string): unknown {
  if (!outcome.ok) throw new FaultFailure(`${what}: the call failed with ${brief(outcome.error)}`);
  return outcome.value;
}

/** The error of a call that must fail. */
export function errorOf(outcome: Outcome, what: string): Error & Readonly<Record<string, unknown>> {
  if (outcome.ok)
    throw new FaultFailure(`${what}: the call yielded ${brief(outcome.value)}, an error was expected`);
  promise(
    outcome.error instanceof Error,
    `${what}: ${brief(outcome.error)} was thrown, which is not an Error`,
  );
  return outcome.error as Error & Readonly<Record<string, unknown>>;
}

/** The error of a call that must fail with this status. */
export function statusError(
  outcome: Outcome,
  status: number,
  what: string,
): Error & Readonly<Record<string, unknown>> {
  const error = errorOf(outcome, what);
  promise(
    error.status === status,
    `${what}: ${brief(error)} was thrown, an error with status ${status} was expected`,
  );
  return error;
}

/** One line of a value, bounded. */
export function brief(value: unknown): string {
  const text =
    value instanceof Error
      ? `${value.name}: ${value.message}`
      : inspect(value, { depth: 1, breakLength: Number.POSITIVE_INFINITY });
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

/** Everything that a person or a program can get to see of a value. */
export function printed(value: unknown): string {
  const parts = [
    inspect(value, {
      depth: 12,
      showHidden: true,
      getters: true,
      maxStringLength: null,
      maxArrayLength: null,
    }),
  ];
  for (const print of [JSON.stringify, String, clone]) {
    try {
      parts.push(String(print(value)));
    } catch {
      // What refuses to be printed prints nothing.
    }
  }
  let current = value;
  for (let depth = 0; current instanceof Error && depth < 10; depth += 1) {
    parts.push(
      current.message,
      current.stack ?? "",
      inspect(Object.getOwnPropertyDescriptors(current), { depth: 6 }),
    );
    current = current.cause;
  }
  return parts.join("\n");
}

function clone(value: unknown): string {
  return inspect(structuredClone(value), { depth: 12, showHidden: true });
}
