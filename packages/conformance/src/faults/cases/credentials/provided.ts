import { sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { bearer, issue } from "../../sources.ts";
import { canary } from "../../target/credentials.ts";
import { given, NO_SECURED_READ, securedReading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { resultOf, sent, statusError } from "../judge.ts";
import { callWith, optionOf } from "./surroundings.ts";

/** A call with a function that gives these secrets, the last one ever again; only `good` is accepted. */
async function provided(bench: Bench, get: Probe, secrets: readonly string[], good: string) {
  const server = await bench.serve((request, response) =>
    request.wire.includes(good) ? sendAnswer(response, get.answer) : sendJson(response, 401, {}),
  );
  let asked = 0;
  const provider = async (): Promise<string> => {
    asked += 1;
    return secrets[Math.min(asked, secrets.length) - 1] ?? "";
  };
  const outcome = await callWith(bench, get, server.base, { [optionOf(get)]: provider, maxRetries: 2 });
  return { server, outcome, asked };
}

const GOOD = canary("good");

export const providedCases: readonly FaultCase[] = [
  {
    id: "credentials/provider-again",
    title: "A function that gives the key is asked once more after a 401, and the request sent once more.",
    reason:
      "A key that was rotated a moment ago is refused with the old one, which the function knows no more.",
    source: issue("sindresorhus/ky", 587),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const { server, outcome, asked } = await provided(bench, get, [canary("old"), GOOD], GOOD);
        resultOf(outcome, "a key that was rotated");
        sent(server, 2, "with the old key and with the new one");
        promise(asked === 2, `the function was asked ${asked} times, twice was expected`);
      }),
  },
  {
    id: "credentials/provider-no-loop",
    title:
      "A function whose new key is refused too, or is the same, makes an AuthenticationError, not a loop.",
    reason: "Repeating a wrong key locks accounts.",
    source: bearer("3.1"),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        for (const [secrets, times, what] of [
          [[canary("old")], 1, "the same key again"],
          [[canary("a"), canary("b"), canary("c"), canary("d")], 2, "keys that are all wrong"],
        ] as const) {
          const { server, outcome, asked } = await provided(bench, get, secrets, GOOD);
          statusError(outcome, 401, what);
          sent(server, times, `with ${what}`);
          promise(asked <= 2, `${what}: the function was asked ${asked} times`);
        }
      }),
  },
];
