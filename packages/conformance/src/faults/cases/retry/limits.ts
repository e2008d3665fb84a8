import { send, sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http, issue, statuses, whatwg } from "../../sources.ts";
import { given, NO_READ, ordinary, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { sent, statusError } from "../judge.ts";

export const retryLimitCases: readonly FaultCase[] = [
  {
    id: "retry/attempts",
    title: "A call is sent three times at most, or as often as maxRetries says.",
    reason: "Retries multiply the load on a server that fails for being overloaded.",
    source: statuses("4"),
    prepare(target) {
      const status = target.policy.isRetriable(503) ? 503 : 500;
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const [options, times] of [
          [{}, 3],
          [{ maxRetries: 0 }, 1],
          [{ maxRetries: 5 }, 6],
        ] as const) {
          const server = await bench.serve((_, response) => sendJson(response, status, {}));
          const error = statusError(
            await bench.call(bench.client(server.base, options), get),
            status,
            "a failing server",
          );
          sent(server, times, `with ${JSON.stringify(options)}`);
          promise(error.attempts === times, `error.attempts is ${String(error.attempts)}, ${times} expected`);
        }
      });
    },
  },
  {
    id: "retry/budget",
    title: "While a server fails for everybody, most calls are no longer repeated.",
    reason: "Thousands of callers that repeat three times each keep a struggling server down.",
    source: issue("awslabs/aws-sdk-rust", 1234),
    prepare(target) {
      const status = target.policy.isRetriable(503) ? 503 : 500;
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendJson(response, status, {}));
        const client = bench.client(server.base);
        for (let round = 0; round < 10; round += 1)
          await Promise.all(Array.from({ length: 14 }, () => bench.call(client, get)));
        promise(
          server.requests.length < 320,
          `140 calls against a failing server were sent ${server.requests.length} times; without a budget it would be 420`,
        );
      });
    },
  },
  {
    id: "retry/stream-body",
    title: "A stream is sent once: what was read of it is gone.",
    reason: "A second attempt would send the rest of the stream, or nothing, under the same name.",
    source: whatwg(
      "fetch",
      "§4.4 HTTP-network-or-cache fetch, a body without a source",
      "http-network-or-cache-fetch",
    ),
    prepare(target) {
      const probe = ordinary(target, (one) => {
        const binary = one.sends !== undefined && !/json|text|form/.test(one.sends);
        return (
          binary &&
          one.names.body === "body" &&
          target.policy.repeats(one, "lost", one.keyHeader !== undefined && one.keys === "auto")
        );
      });
      return given(probe, "no repeatable operation takes a binary body", async (found, bench) => {
        const server = await bench.serve((_, response) => send(response, 503));
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode("once only"));
            controller.close();
          },
        });
        statusError(
          await bench.call(bench.client(server.base), found, { params: { body } }),
          503,
          "a stream",
        );
        sent(server, 1, "with a stream as body");
        promise(server.requests[0]?.body.toString() === "once only", "the stream did not arrive whole");
      });
    },
  },
  {
    id: "retry/body-unchanged",
    title: "Every attempt sends the same bytes, and leaves the caller's arguments as they were.",
    reason: "Bodies that are consumed, and arguments that are changed in place, break the second attempt.",
    source: http("9.2.2"),
    prepare(target) {
      const probe = ordinary(target, (one) => {
        const withKey = one.keyHeader !== undefined && one.keys === "auto";
        return (
          one.sends !== undefined &&
          one.names.body === "fields" &&
          target.policy.repeats(one, "lost", withKey)
        );
      });
      return given(probe, "no repeatable operation has a body", async (found, bench) => {
        const server = await bench.serve((_, response) =>
          sendJson(response, target.policy.isRetriable(503) ? 503 : 500, {}),
        );
        const args = found.arguments({});
        const before = JSON.stringify(args);
        await bench.call(bench.client(server.base), found);
        promise(server.requests.length > 1, "the request was not repeated");
        const bodies = new Set(server.requests.map((request) => request.body.toString("latin1")));
        if (!found.sends?.startsWith("multipart/"))
          promise(bodies.size === 1, "the attempts sent different bodies");
        promise(JSON.stringify(args) === before, "the caller's arguments were changed");
      });
    },
  },
];
