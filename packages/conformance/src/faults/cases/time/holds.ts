import type { Fields } from "../../bench/answers.ts";
import { sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { http, issue, ratelimit, statuses } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { resultOf, sent, statusError } from "../judge.ts";
import { between, waitAfter } from "./waits.ts";

/** Waits of a second call, after a first one that is not repeated was answered like this. */
async function waitsOfNext(bench: Bench, get: Probe, status: number, fields: Fields): Promise<number[]> {
  const server = await bench.serve((request, response) =>
    request.number > 1
      ? sendAnswer(response, get.answer)
      : status === 200
        ? sendAnswer(response, get.answer, fields)
        : sendJson(response, status, {}, fields),
  );
  const client = bench.client(server.base, { maxRetries: 0 });
  const first = await bench.call(client, get);
  if (status === 200) resultOf(first, "a success stays a success");
  else statusError(first, status, "maxRetries: 0");
  const before = bench.clock.waits.length;
  resultOf(await bench.call(client, get), "the next call");
  sent(server, 2);
  return bench.clock.waits.slice(before);
}

export const holdCases: readonly FaultCase[] = [
  {
    id: "time/hold",
    title: "A 429 that names its end holds back the client's other calls of the operation until then.",
    reason: "They would all be refused as well, and some vendors count refusals.",
    source: issue("octokit/plugin-throttling.js", 629),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const waits = await waitsOfNext(bench, get, 429, { "retry-after": "7" });
        promise(waits.length === 1, `the next call set ${waits.length} timers, one was expected`);
        between(waits[0] ?? 0, 6500, 7700, "the call after Retry-After: 7");
      }),
  },
  {
    id: "time/hold-exhausted",
    title: "A success that says that nothing remains is a success, and holds back the next call.",
    reason: "The server has said that it will refuse; to ask all the same costs a round trip and a retry.",
    source: ratelimit(),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const waits = await waitsOfNext(bench, get, 200, { ratelimit: '"default";r=0;t=7' });
        promise(waits.length === 1, `the next call set ${waits.length} timers, one was expected`);
        between(waits[0] ?? 0, 6500, 7700, "the call after r=0;t=7");
      }),
  },
  {
    id: "time/hold-too-long",
    title: "A hint beyond maxRetryAfter fails the refused call at once, and holds back no other.",
    reason: "A client that falls silent for an hour looks like one that hangs.",
    source: statuses("4"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const waits = await waitsOfNext(bench, get, 429, { "retry-after": "7200" });
        promise(waits.length === 0, `the next call waited ${waits.join(", ")} ms`);
        const server = await bench.serve((_, response) =>
          sendJson(response, 429, {}, { "retry-after": "7200" }),
        );
        statusError(await bench.call(bench.client(server.base), get), 429, "Retry-After: 7200");
        sent(server, 1, "with Retry-After: 7200");
      }),
  },
  {
    id: "time/retry-after-doubled",
    title: "Of several Retry-After, as where a proxy adds its own, the longest is waited for.",
    reason: "Two fields arrive as one, with a comma: read as a number they are none, and the wait is lost.",
    source: http("5.3"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        between(await waitAfter(bench, get, { "retry-after": "7, 7" }), 7000, 7700, "Retry-After: 7, 7");
        between(await waitAfter(bench, get, { "retry-after": ["9", "2"] }), 9000, 9900, "Retry-After twice");
      }),
  },
  {
    id: "time/ratelimit-fields",
    title: "Without Retry-After a 429 is waited for as its RateLimit fields say.",
    reason: "Gateways that follow the draft name the end of the window there alone.",
    source: ratelimit(),
    prepare(target) {
      if (!target.policy.isRetriable(429)) return "the document does not list 429 as retriable";
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const fields of [
          { ratelimit: '"default";r=0;t=7' },
          { ratelimit: '"burst";r=0;t=7,"day";r=90;t=9000' },
          { ratelimit: "limit=10, remaining=0, reset=7" },
          { "ratelimit-reset": "7" },
        ])
          between(await waitAfter(bench, get, fields), 7000, 7700, JSON.stringify(fields));
      });
    },
  },
];
