import { send, sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http, issue, statuses, whatwg } from "../../sources.ts";
import { given, NO_POST, NO_READ, ordinary, reading, writing } from "../../target/find.ts";
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
    id: "retry/budget-told",
    title: "Where the retry budget ends a call, the error says so; `retryBudget` sets it.",
    reason:
      "A call that is given up after one attempt, with retries allowed, looks like a fault of the client.",
    source: issue("awslabs/aws-sdk-rust", 1234),
    prepare(target) {
      const status = target.policy.isRetriable(503) ? 503 : 500;
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendJson(response, status, {}));
        const client = bench.client(server.base, { retryBudget: 5 });
        const error = statusError(await bench.call(client, get), status, "a budget for one retry");
        sent(server, 2, "with a budget for one retry");
        promise(/budget/i.test(error.message), `the message "${error.message}" does not speak of the budget`);
      });
    },
  },
  {
    id: "retry/caller-says",
    title: "The caller can say of a call that it does no harm when it is repeated, or that it does.",
    reason: "Whether a POST only reads, or a GET changes something, is nowhere in the protocol.",
    source: http("9.2.2"),
    prepare(target) {
      const status = target.policy.isRetriable(503) ? 503 : 500;
      return given(writing(target), NO_POST, async (post, bench) => {
        for (const [probe, repeatable, times] of [
          [post, true, 3],
          [reading(target) ?? post, false, 1],
        ] as const) {
          const server = await bench.serve((_, response) => sendJson(response, status, {}));
          const call = bench.call(bench.client(server.base), probe, { options: { repeatable } });
          statusError(await call, status, `repeatable: ${repeatable}`);
          sent(server, times, `with repeatable: ${repeatable}`);
        }
      });
    },
  },
  {
    id: "retry/caller-says-no",
    title: "A predicate of the caller's, `shouldRetry`, ends a call that is hopeless, and allows nothing.",
    reason:
      "Some vendors answer 429 for an empty account as well: only its code tells that waiting is of no use.",
    source: issue("openai/codex", 6340),
    prepare(target) {
      return given(writing(target), NO_POST, async (post, bench) => {
        for (const [probe, says] of [
          [reading(target) ?? post, false],
          [post, true],
        ] as const) {
          const status = target.policy.isRetriable(503) ? 503 : 500;
          const server = await bench.serve((_, response) => sendJson(response, status, {}));
          for (const inCall of [true, false]) {
            const choice = { shouldRetry: () => says };
            const client = bench.client(server.base, inCall ? {} : choice);
            const outcome = await bench.call(client, probe, { options: inCall ? choice : {} });
            statusError(outcome, status, `shouldRetry: ${says}`);
          }
          sent(server, 2, `of two calls with shouldRetry: ${says}`);
        }
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
        return (
          one.takesBytes &&
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
