import { sendAnswer, sendJson, sendStalled } from "../../bench/answers.ts";
import type { Bench, Outcome } from "../../bench/bench.ts";
import { until } from "../../bench/pause.ts";
import { promise } from "../../promise.ts";
import { whatwg } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, sent } from "../judge.ts";

const SOURCE = whatwg(
  "dom",
  "§3.3 Using AbortController and AbortSignal objects in APIs",
  "abortcontroller-api-integration",
);

function judgeAbort(bench: Bench, outcome: Outcome, when: string): void {
  const error = errorOf(outcome, `an abort ${when}`);
  promise(
    bench.isError(error, "APIUserAbortError"),
    `${error.name} was thrown, an APIUserAbortError was expected`,
  );
}

export const abortCases: readonly FaultCase[] = [
  {
    id: "time/abort-before",
    title: "A signal that is already aborted sends nothing.",
    reason: "The caller has given up before the call began.",
    source: SOURCE,
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        judgeAbort(
          bench,
          await bench.call(bench.client(server.base), get, { options: { signal: AbortSignal.abort() } }),
          "before the call",
        );
        sent(server, 0);
      });
    },
  },
  {
    id: "time/abort-headers",
    title: "An abort before the answer ends the call and closes the connection.",
    reason: "What nobody waits for must not go on.",
    source: SOURCE,
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const controller = new AbortController();
        const server = await bench.serve(() => controller.abort());
        judgeAbort(
          bench,
          await bench.call(bench.client(server.base), get, { options: { signal: controller.signal } }),
          "before the answer",
        );
        promise(
          await until(() => server.requests[0]?.abandoned === true, 1000),
          "the connection was left open",
        );
        sent(server, 1);
      });
    },
  },
  {
    id: "time/abort-body",
    title: "An abort in the middle of the body ends the call and closes the connection.",
    reason: "A signal that is forgotten once the headers are there leaves the caller hanging.",
    source: SOURCE,
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const controller = new AbortController();
        const server = await bench.serve((_, response) => sendStalled(response, get.answer));
        const call = bench.call(bench.client(server.base), get, { options: { signal: controller.signal } });
        await until(() => server.requests.length === 1);
        await new Promise((resolve) => setImmediate(resolve));
        controller.abort();
        judgeAbort(bench, await call, "within the body");
        promise(
          await until(() => server.requests[0]?.abandoned === true, 1000),
          "the connection was left open",
        );
      });
    },
  },
  {
    id: "time/abort-wait",
    title: "An abort during the wait for the next attempt ends the call at once.",
    reason: "A wait of a minute that cannot be ended holds up the shutdown of a process.",
    source: SOURCE,
    prepare(target) {
      const status = target.policy.isRetriable(503) ? 503 : 429;
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = () => "hold";
        const controller = new AbortController();
        const server = await bench.serve((_, response) =>
          sendJson(response, status, {}, { "retry-after": "30" }),
        );
        const call = bench.call(bench.client(server.base), get, { options: { signal: controller.signal } });
        const isWaiting = (): boolean =>
          bench.clock.pending.some(({ delay }) => delay >= 30_000 && delay <= 40_000);
        promise(await until(isWaiting), "the client does not wait for the 30 s that the server asks for");
        controller.abort();
        judgeAbort(bench, await call, "during the wait");
        sent(server, 1);
      });
    },
  },
];
