import type { Fields } from "../../bench/answers.ts";
import { sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import { resultOf, sent } from "../judge.ts";

export const limited = (target: Target): number => (target.policy.isRetriable(429) ? 429 : 503);

/** The wait before the second attempt, after one failure with these header fields. */
export async function waitAfter(
  bench: Bench,
  probe: Probe,
  fields: Fields,
  body: unknown = {},
): Promise<number> {
  const before = bench.clock.waits.length;
  const server = await bench.serve((request, response) =>
    request.number === 1
      ? sendJson(response, limited(bench.target), body, fields)
      : sendAnswer(response, probe.answer),
  );
  resultOf(await bench.call(bench.client(server.base), probe), "the second attempt");
  sent(server, 2);
  const waits = bench.clock.waits.slice(before);
  promise(
    waits.length === 1,
    `the client set ${waits.length} timers before the second attempt (${waits.join(", ")}), one was expected`,
  );
  return waits[0] ?? 0;
}

export function between(wait: number, low: number, high: number, what: string): void {
  promise(wait >= low && wait <= high, `${what}: the client waited ${wait} ms, ${low} to ${high} expected`);
}
