import { sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { GUARD } from "../../bench/clock.ts";
import { settle, until } from "../../bench/pause.ts";
import { passTime } from "../../bench/timeline.ts";
import { promise } from "../../promise.ts";
import { issue, whatwg } from "../../sources.ts";
import { given, isExchange, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent, statusError } from "../judge.ts";

const SOURCE = issue("octokit/plugin-throttling.js", 629);
const NO_429 = "the document does not list 429 as retriable";

/** What the server lets through in a second, and how many want to be let through. */
const RATE = 3;
const MANY = 30;

/** A client that was told to stay away for seven seconds, by an answer that is not repeated. */
async function held(bench: Bench, get: Probe) {
  bench.clock.fate = (delay) => (delay >= 1000 ? "hold" : "now");
  const server = await bench.serve((request, response) =>
    request.number === 1
      ? sendJson(response, 429, {}, { "retry-after": "7" })
      : sendAnswer(response, get.answer),
  );
  const client = bench.client(server.base, { maxRetries: 0 });
  statusError(await bench.call(client, get), 429, "maxRetries: 0");
  return { server, client };
}

/** Another operation that reads, to which nobody has said anything. */
function another(target: Target, get: Probe | undefined): Probe | undefined {
  return target.probes.find(
    (one) =>
      one !== get &&
      one.method === "GET" &&
      one.returns === "json" &&
      one.schemes.length > 0 &&
      !isExchange(target, one),
  );
}

const SHARED: readonly string[] = ["account", "key", "address"];

/** Whether the document counts both operations in the same windows. */
function shareLimits({ pack }: Target, one: Probe, other: Probe): boolean {
  const scopes = (pack.extension.quotas ?? []).map(({ scope }) => scope);
  const counted = ({ operation }: Probe): string =>
    scopes.filter((scope) => SHARED.includes(scope) || operation.extension.quotas?.includes(scope)).join();
  return !scopes.includes("operation") && counted(one) !== "" && counted(one) === counted(other);
}

export const heldCases: readonly FaultCase[] = [
  {
    id: "time/hold-many",
    title:
      "Calls that were refused together come back in turns, so that a server with a rate serves all of them.",
    reason: "All at once they are refused at once again, until the last of their attempts is used up.",
    source: SOURCE,
    prepare(target) {
      if (!target.policy.isRetriable(429)) return NO_429;
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = () => "hold";
        const start = performance.now();
        let second = 0;
        let admitted = 0;
        let open = 0;
        const server = await bench.serve((_, response) => {
          open += 1;
          response.on("close", () => {
            open -= 1;
          });
          const at = Math.floor((performance.now() - start) / 1000);
          if (at > second) [second, admitted] = [at, 0];
          admitted += 1;
          return admitted > RATE
            ? sendJson(response, 429, {}, { "retry-after": "1" })
            : sendAnswer(response, get.answer);
        });
        const client = bench.client(server.base);
        const calls = Array.from({ length: MANY }, () => bench.call(client, get));
        let settled = 0;
        for (const call of calls) call.then(() => (settled += 1));
        promise(
          await until(() => server.requests.length + bench.clock.pending.length > RATE, 2000),
          "no requests arrived",
        );
        while (settled < MANY) {
          const before = settled;
          await passTime(bench.clock, () => open === 0);
          promise(settled > before || (await until(() => settled > before, 500)), "the calls came to rest");
        }
        const outcomes = await Promise.all(calls);
        const lost = outcomes.filter(({ ok }) => !ok).length;
        promise(
          lost === 0,
          `${lost} of ${MANY} calls failed before a server that admits ${RATE} a second and says so`,
        );
      });
    },
  },
  {
    id: "time/hold-others",
    title: "A 429 holds back the calls that the document counts with the refused one, and no others.",
    reason: "Most limits are an endpoint's: a search that is used up must not stop what is paid for.",
    source: SOURCE,
    prepare(target) {
      const get = reading(target);
      const other = another(target, get);
      if (other === undefined) return "fewer than two operations read JSON";
      return given(get, NO_READ, async (found, bench) => {
        const { server, client } = await held(bench, found);
        const waits = (): number => bench.clock.pending.filter(({ delay }) => delay < GUARD / 2).length;
        const before = waits();
        if (shareLimits(target, found, other)) {
          const waiting = bench.call(client, other);
          await settle(20);
          sent(server, 1, "after a call that the same limit would refuse");
          for (const timer of bench.clock.pending) if (timer.delay < GUARD / 2) timer.fire();
          await waiting;
          sent(server, 2, "when its time had come");
          return;
        }
        await bench.call(client, other);
        promise(waits() === before, `${other.id} waited for what was said of ${found.id}`);
        sent(server, 2, "after a call of another operation");
        const next = bench.call(client, found);
        await settle(20);
        promise(server.requests.length === 2, `${found.id} was sent before its time`);
        for (const timer of bench.clock.pending) if (timer.delay < GUARD / 2) timer.fire();
        resultOf(await next, "the call that was held back");
      });
    },
  },
  {
    id: "time/hold-left",
    title: "A call that is held back ends at its signal and at its totalTimeout, and was not sent.",
    reason: "Whoever gives up must not wait for the vendor's minute to be over.",
    source: whatwg("dom", "Aborting ongoing activities", "aborting-ongoing-activities"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const { server, client } = await held(bench, get);
        const controller = new AbortController();
        const call = bench.call(client, get, { options: { signal: controller.signal } });
        await settle(20);
        controller.abort();
        const error = errorOf(await call, "a call that is held back and aborted");
        promise(
          bench.isError(error, "APIUserAbortError"),
          `${brief(error)} was thrown, an APIUserAbortError was expected`,
        );
        const late = errorOf(
          await bench.call(client, get, { options: { totalTimeout: 500 } }),
          "a call that is held back beyond its totalTimeout",
        );
        promise(
          bench.isError(late, "APIConnectionTimeoutError"),
          `${brief(late)} was thrown, an APIConnectionTimeoutError was expected`,
        );
        sent(server, 1);
      }),
  },
];
