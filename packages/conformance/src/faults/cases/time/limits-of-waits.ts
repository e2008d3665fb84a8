import { sendAnswer, sendJson } from "../../bench/answers.ts";
import { GUARD } from "../../bench/clock.ts";
import { promise } from "../../promise.ts";
import { http, issue, node, pull } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { sent, statusError } from "../judge.ts";
import { between, limited, waitAfter } from "./waits.ts";

export const waitLimitCases: readonly FaultCase[] = [
  {
    id: "time/retry-after-hour",
    title: "A hint beyond maxRetryAfter is the status's own error at once.",
    reason: "An hour's sleep inside a call looks like a hang; the caller can plan, the client cannot.",
    source: pull("urllib3/urllib3", 5220),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const seconds = Math.ceil(target.policy.maxRetryAfter / 1000) + 1;
        for (const hint of ["3600", String(seconds)]) {
          const server = await bench.serve((_, response) =>
            sendJson(response, limited(target), {}, { "retry-after": hint }),
          );
          const error = statusError(
            await bench.call(bench.client(server.base), get),
            limited(target),
            `Retry-After: ${hint}`,
          );
          sent(server, 1, `with Retry-After: ${hint}`);
          promise(
            error.retryAfter === Number(hint),
            `error.retryAfter is ${String(error.retryAfter)}, ${hint} expected`,
          );
        }
        promise(bench.clock.waits.length === 0, `the client waited ${bench.clock.waits.join(", ")} ms`);
      });
    },
  },
  {
    id: "time/retry-after-beyond-total",
    title: "A hint beyond what is left of totalTimeout is the status's own error at once.",
    reason: "To wait for an attempt that cannot be made only delays the bad news.",
    source: http("10.2.3"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay > 1000 ? "hold" : "now");
        const server = await bench.serve((_, response) =>
          sendJson(response, limited(target), {}, { "retry-after": "20" }),
        );
        statusError(
          await bench.call(bench.client(server.base, { totalTimeout: 10_000 }), get),
          limited(target),
          "a hint of 20 s of 10 s",
        );
        sent(server, 1);
      });
    },
  },
  {
    id: "time/retry-after-nonsense",
    title: "A hint that is not a time is as if there were none.",
    reason: "Number() of such a value is NaN, negative or beyond any timer; all of them fire at once.",
    source: pull("urllib3/urllib3", 3743),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const hint of [
          "soon",
          "-1",
          "1e3",
          "0x10",
          "NaN",
          "Infinity",
          "",
          "Wed, 99 Foo 2026 00:00:00 GMT",
        ])
          between(await waitAfter(bench, get, { "retry-after": hint }), 1, 600, `Retry-After: ${hint}`);
      });
    },
  },
  {
    id: "time/backoff",
    title: "Without a hint the waits grow within their bounds, and are not all the same.",
    reason: "Clients that were refused together and wait equally long come back together.",
    source: issue("vercel/fetch-retry", 9),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const seen = new Set<number>();
        for (let round = 0; round < 6; round += 1) {
          const from = bench.clock.waits.length;
          const server = await bench.serve((_, response) => sendJson(response, limited(target), {}));
          await bench.call(bench.client(server.base, { maxRetries: 6 }), get);
          sent(server, 7);
          for (const [index, wait] of bench.clock.waits.slice(from).entries()) {
            between(wait, 50, Math.min(8000, 500 * 2 ** index), `wait ${index + 1}`);
            seen.add(wait);
          }
        }
        promise(seen.size > 12, "the waits of six calls are the same: there is no jitter");
      });
    },
  },
  {
    id: "time/timers-in-range",
    title: "No timer is asked for that setTimeout cannot hold.",
    reason: "A delay that is NaN, negative or beyond 2^31-1 fires after one millisecond.",
    source: node("setTimeout", "timers.html#settimeoutcallback-delay-args"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const asked: number[] = [];
        bench.clock.fate = (delay) => {
          asked.push(delay);
          return delay === GUARD ? "hold" : "now";
        };
        // Some centuries: a client waits them in pieces of 24 days, each of which takes a moment here.
        for (const hint of ["9999999999", new Date(Date.UTC(2399, 11, 31)).toUTCString()]) {
          const server = await bench.serve((request, response) =>
            request.number === 1
              ? sendJson(response, limited(target), {}, { "retry-after": hint })
              : sendAnswer(response, get.answer),
          );
          await bench.call(bench.client(server.base, { maxRetryAfter: Number.POSITIVE_INFINITY }), get);
        }
        const wrong = asked.filter((delay) => !(delay >= 0 && delay <= 2 ** 31 - 1));
        promise(asked.length > 2, "the client did not wait, though it was told to, however long");
        promise(wrong.length === 0, `timers of ${wrong.join(", ")} ms were asked for`);
      });
    },
  },
];
