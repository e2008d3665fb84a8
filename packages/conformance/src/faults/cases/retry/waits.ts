import { reset, sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench, Outcome } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { http, issue, statuses } from "../../sources.ts";
import { given, keyed, NO_KEYED, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { brief, resultOf, sent, statusError } from "../judge.ts";
import { keyOptions, repeatable } from "./keys.ts";

/** A budget for four retries, and more calls than it pays for. */
const BUDGET = 20;
const MANY = 30;

/** That many calls at once, each of which is refused once, with these fields. */
async function refusedOnce(bench: Bench, get: Probe, fields: Record<string, string>): Promise<Outcome[]> {
  const known = new Set<string>();
  const server = await bench.serve((request, response) => {
    const { "x-call": call = "" } = request.headers;
    if (known.has(call)) return sendAnswer(response, get.answer);
    known.add(call);
    return sendJson(response, 429, {}, fields);
  });
  const client = bench.client(server.base, { retryBudget: BUDGET });
  return Promise.all(
    Array.from({ length: MANY }, (_, index) =>
      bench.call(client, get, { options: { headers: { "x-call": String(index) } } }),
    ),
  );
}

export const retryWaitCases: readonly FaultCase[] = [
  {
    id: "retry/named-waits",
    title: "A wait that the server named costs no budget, however many calls are told of one.",
    reason:
      "Who does as it is told makes no storm: given up after one attempt, most of a burst would be lost.",
    source: statuses("4"),
    prepare(target) {
      if (!target.policy.isRetriable(429)) return "the document does not list 429 as retriable";
      return given(reading(target), NO_READ, async (get, bench) => {
        const outcomes = await refusedOnce(bench, get, { "retry-after": "1" });
        const lost = outcomes.filter(({ ok }) => !ok).length;
        promise(lost === 0, `${lost} of ${MANY} calls that were each told to wait a second failed`);
        const unnamed = await refusedOnce(bench, get, {});
        promise(
          unnamed.some(({ ok }) => !ok),
          `${MANY} calls that were refused without a wait were all sent again: there is no budget`,
        );
      });
    },
  },
  {
    id: "retry/conflict-for-ever",
    title: "A 409 that does not end after a lost attempt is a ConflictError when the attempts are used up.",
    reason: "What is asked again within limits must not be asked again for ever.",
    source: issue("stripe/stripe-node", 559),
    prepare: (target) =>
      given(repeatable(keyed(target)), NO_KEYED, async (post, bench) => {
        const server = await bench.serve((request, response) =>
          request.number === 1 ? reset(response) : sendJson(response, 409, {}),
        );
        const options = keyOptions(post);
        const outcome = await bench.call(bench.client(server.base), post, { options });
        const error = statusError(outcome, 409, "a conflict that does not end");
        sent(server, 3, "of a keyed POST");
        promise(
          bench.isError(error, "ConflictError"),
          `${brief(error)} was thrown, a ConflictError was expected`,
        );
      }),
  },
  {
    id: "retry/listed-statuses",
    title:
      "A vendor's list of statuses narrows what may do something, and takes nothing from what only reads.",
    reason:
      "504 of a gateway says nothing of the request: a read may be asked again, and a write only where the vendor says so.",
    source: http("9.2.2"),
    prepare(target) {
      const listed = target.pack.extension.retry?.statuses;
      if (listed === undefined) return "the document lists no statuses";
      const unlisted = [504, 502, 500, 425, 408].find((status) => !target.policy.isRetriable(status));
      if (unlisted === undefined) return "the document lists every usual status";
      const doing = target.probes.filter(
        (one) =>
          one.schemes.length > 0 &&
          one.method !== "GET" &&
          one.retry === undefined &&
          [503, 500, 429].some((status) => target.policy.repeats(one, status, one.keys === "auto")),
      );
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const [probe, times] of [[get, 2], ...doing.map((one) => [one, 1] as const)] as const) {
          const server = await bench.serve((request, response) =>
            request.number === 1 ? sendJson(response, unlisted, {}) : sendAnswer(response, probe.answer),
          );
          const outcome = await bench.call(bench.client(server.base), probe);
          sent(server, times, `of ${probe.id} after ${unlisted}, which the document does not list`);
          if (times === 2) resultOf(outcome, "the second attempt");
          else statusError(outcome, unlisted, probe.id);
        }
      });
    },
  },
  {
    id: "retry/caller-sees",
    title:
      "The caller's `shouldRetry` is shown each failure that would be repeated: its status, and how often it was sent.",
    reason: "A caller that is asked without being told can only say yes.",
    source: issue("langchain-ai/langchainjs", 1929),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const status = target.policy.isRetriable(503) ? 503 : 500;
        const server = await bench.serve((request, response) =>
          request.number < 3 ? sendJson(response, status, {}) : sendAnswer(response, get.answer),
        );
        const seen: unknown[] = [];
        const shouldRetry = (error: { readonly status?: unknown; readonly attempts?: unknown }): boolean => {
          seen.push([error.status, error.attempts]);
          return true;
        };
        const client = bench.client(server.base);
        resultOf(await bench.call(client, get, { options: { shouldRetry } }), "the third attempt");
        sent(server, 3);
        const want = [
          [status, 1],
          [status, 2],
        ];
        promise(
          JSON.stringify(seen) === JSON.stringify(want),
          `shouldRetry was shown ${brief(seen)}, status and attempts ${brief(want)} were expected`,
        );
      }),
  },
];
