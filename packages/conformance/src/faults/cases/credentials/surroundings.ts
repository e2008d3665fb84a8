import { sendAnswer } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { CANARY, type Scheme } from "../../target/credentials.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import { brief, errorOf, printed, sent } from "../judge.ts";

/** The option whose secret an ordinary call carries. */
export const optionOf = (probe: Probe): string => (probe.schemes[0] as Scheme).option;

/** A client with this secret, and one call; whichever of both throws. */
export function callWith(
  bench: Bench,
  probe: Probe,
  base: string,
  options: Readonly<Record<string, unknown>>,
): Promise<Awaited<ReturnType<Bench["call"]>>> {
  return outcomeOf(async () => {
    const outcome = await bench.call(bench.client(base, { maxRetries: 0, ...options }), probe);
    if (!outcome.ok) throw outcome.error;
    return outcome.value;
  });
}

/** Secrets that cannot be sent: refused in our own words, without the secret, before anything is sent. */
export async function refused(bench: Bench, probe: Probe, secrets: readonly string[]): Promise<void> {
  const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
  for (const secret of secrets) {
    const error = errorOf(
      await callWith(bench, probe, server.base, { [optionOf(probe)]: secret }),
      "a key that cannot be sent",
    );
    promise(
      !printed(error).includes(CANARY),
      `the error prints the key: ${brief(error).replaceAll(CANARY, "<the key>")}`,
    );
    promise(!(error instanceof TypeError), `the platform's own ${brief(error)} was thrown`);
  }
  sent(server, 0);
}

/** Nothing is given in code, whatever the document has. */
export function nothingGiven(target: Target): Record<string, undefined> {
  const options = [...target.auth.schemes.values()].flatMap(({ option, exchange }) =>
    exchange === undefined ? [option] : [option, exchange.option],
  );
  return Object.fromEntries(
    [...Object.keys(target.credentials), ...options].map((name) => [name, undefined]),
  );
}

export function withVariable(bench: Bench, name: string, value: string): void {
  const before = process.env[name];
  process.env[name] = value;
  bench.defer(() => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  });
}

export function withoutVariable(bench: Bench, name: string | undefined): void {
  if (name === undefined || process.env[name] === undefined) return;
  withVariable(bench, name, "");
  delete process.env[name];
}

export function withGlobal(bench: Bench, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  bench.defer(() => {
    if (before === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, before);
  });
}
