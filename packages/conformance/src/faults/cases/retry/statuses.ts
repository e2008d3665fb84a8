import { sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { early, http, pull, statuses } from "../../sources.ts";
import { given, keyed, NO_POST, NO_READ, ordinary, reading, withMethod, writing } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase, FaultRun } from "../../types.ts";
import { resultOf, sent, statusError } from "../judge.ts";

const NOT_REPEATED_BY_POLICY = "no status is both retriable and open to doubt by the document's policy";

/** The first of the usual statuses that this document repeats at all. */
function failing(target: Target): number {
  return [503, 500, 429].find((status) => target.policy.isRetriable(status)) ?? 503;
}

/** A server that fails once, then answers. */
async function afterOne(bench: Bench, probe: Probe, status: number, repeats: boolean): Promise<void> {
  const server = await bench.serve((request, response) =>
    request.number === 1 ? sendJson(response, status, {}) : sendAnswer(response, probe.answer),
  );
  const outcome = await bench.call(bench.client(server.base), probe);
  sent(server, repeats ? 2 : 1, `of ${probe.method} after ${status}`);
  if (repeats) resultOf(outcome, `the second attempt after ${status}`);
  else statusError(outcome, status, "one attempt");
}

/** PUT, PATCH and DELETE: what the house's table and the document's policy say together. */
function byPolicy(target: Target, method: string): FaultRun | string {
  const probe = withMethod(target, method);
  return given(probe, `no operation uses ${method}`, async (found, bench) => {
    const status = failing(target);
    await afterOne(
      bench,
      found,
      status,
      target.policy.repeats(found, status, found.keyHeader !== undefined && found.keys === "auto"),
    );
  });
}

export const retryStatusCases: readonly FaultCase[] = [
  {
    id: "retry/post-after-5xx",
    title: "A POST without a key is sent once, whatever server error answers it.",
    reason: "A server error does not say that nothing was done: a second POST may create a second thing.",
    source: http("9.2.2"),
    prepare(target) {
      const post = writing(target);
      const doubtful = [500, 502, 503, 504].filter(
        (one) => target.policy.isRetriable(one) && post && !target.policy.repeats(post, one, false),
      );
      if (post !== undefined && doubtful.length === 0) return NOT_REPEATED_BY_POLICY;
      return given(post, NO_POST, async (found, bench) => {
        for (const status of doubtful) await afterOne(bench, found, status, false);
      });
    },
  },
  {
    id: "retry/post-after-429",
    title: "A POST without a key is repeated after 429 only where the document says that nothing was done.",
    reason: "429 says that there were too many requests, not that this one had no effect.",
    source: statuses("4"),
    prepare(target) {
      return given(writing(target), NO_POST, (post, bench) =>
        afterOne(bench, post, 429, target.policy.repeats(post, 429, false)),
      );
    },
  },
  {
    id: "retry/patch",
    title: "A PATCH without a key is repeated only where the document's policy says so.",
    reason: "PATCH is not idempotent: applied twice, it may add twice.",
    source: http("9.2.2"),
    prepare: (target) => byPolicy(target, "PATCH"),
  },
  {
    id: "retry/put",
    title: "A PUT is repeated after a server error, unless the document's policy forbids it.",
    reason: "PUT is idempotent, so that a second one does no harm, unless the vendor says otherwise.",
    source: http("9.2.2"),
    prepare: (target) => byPolicy(target, "PUT"),
  },
  {
    id: "retry/delete",
    title: "A DELETE is repeated after a server error, unless the document's policy forbids it.",
    reason: "DELETE is idempotent, so that a second one does no harm, unless the vendor says otherwise.",
    source: http("9.2.2"),
    prepare: (target) => byPolicy(target, "DELETE"),
  },
  {
    id: "retry/vendor-never",
    title: "An operation that the document calls never to be repeated is sent once.",
    reason: "Only the vendor knows what a second request would do; its word overrides the table.",
    source: http("9.2.2"),
    prepare(target) {
      const probe = ordinary(target, (one) => one.retry === "never");
      return given(probe, "no operation is declared `retry: never`", (found, bench) =>
        afterOne(bench, found, 503, false),
      );
    },
  },
  {
    id: "retry/get-after-failure",
    title: "A GET that meets a passing failure is sent again and yields its value.",
    reason: "Deployments and overload pass within seconds; a read costs nothing to repeat.",
    source: http("9.2.1"),
    prepare(target) {
      return given(reading(target), NO_READ, (get, bench) => afterOne(bench, get, failing(target), true));
    },
  },
  {
    id: "retry/retriable-statuses",
    title: "A GET is repeated after 408, 425, 429, 500, 502, 503 and 504 whatever else the document lists.",
    reason:
      "425 and 408 say in so many words that the request may be sent again; gateways answer 502 and 504 while they restart; a read costs nothing to repeat.",
    source: early("5.2"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const status of [408, 425, 429, 500, 502, 503, 504])
          await afterOne(bench, get, status, target.policy.repeats(get, status, false));
      });
    },
  },
  {
    id: "retry/final-statuses",
    title: "400, 403, 404, 405, 410, 422, 501 and 505 are final, unless the document lists them.",
    reason: "They will be the same next time: repeating them only adds load and delay.",
    source: http("15.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const status of [400, 403, 404, 405, 410, 422, 501, 505])
          await afterOne(bench, get, status, target.policy.repeats(get, status, false));
      });
    },
  },
  {
    id: "retry/conflict",
    title: "409 on the first attempt is final, with a key or without.",
    reason: "A conflict is for the caller to resolve; the same request meets the same conflict.",
    source: http("15.5.10"),
    prepare(target) {
      if (target.policy.isRetriable(409)) return "the document lists 409 as retriable";
      return given(reading(target), NO_READ, async (get, bench) => {
        await afterOne(bench, get, 409, false);
        const post = keyed(target, "auto");
        if (post) await afterOne(bench, post, 409, false);
      });
    },
  },
  {
    id: "retry/server-says-no",
    title: "x-should-retry: false ends the call at once.",
    reason: "A server that knows that a second attempt is useless, or harmful, must be able to say so.",
    source: pull("anthropics/anthropic-sdk-python", 1692),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const status = failing(target);
        const server = await bench.serve((_, response) =>
          sendJson(response, status, {}, { "x-should-retry": "false" }),
        );
        statusError(await bench.call(bench.client(server.base), get), status, "x-should-retry: false");
        sent(server, 1);
      });
    },
  },
];
