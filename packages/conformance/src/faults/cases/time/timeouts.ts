import { clearTimeout, setInterval, setTimeout } from "node:timers";
import { sendAnswer, sendStalled } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { GUARD } from "../../bench/clock.ts";
import { collectGarbage } from "../../bench/garbage.ts";
import { patiently } from "../../bench/patience.ts";
import { until } from "../../bench/pause.ts";
import type { Handler } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { http1, issue, node } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent } from "../judge.ts";

const LIMITS = [120, 600] as const;

/** A server that keeps the client waiting; the timeout is real, its error and the closed connection are judged. */
function timesOut(bench: Bench, probe: Probe, handle: Handler): Promise<void> {
  return patiently(LIMITS, (limit) => timesOutAfter(limit, bench, probe, handle));
}

async function timesOutAfter(limit: number, bench: Bench, probe: Probe, handle: Handler): Promise<void> {
  bench.clock.fate = (delay) => (delay <= limit ? "real" : "now");
  const server = await bench.serve(handle);
  // A busy machine, and a large heap that is collected, let every timer wait.
  let due = Number.POSITIVE_INFINITY;
  const started = milliseconds();
  const timer = setTimeout(() => {
    due = milliseconds();
  }, limit);
  bench.defer(() => clearTimeout(timer));
  const error = errorOf(
    await bench.call(bench.client(server.base, { timeout: limit, maxRetries: 0 }), probe),
    "a stalled server",
  );
  const ended = milliseconds();
  promise(ended < due + 1500, `a timeout of ${limit} ms took ${Math.round(ended - started)} ms`);
  promise(
    bench.isError(error, "APIConnectionTimeoutError"),
    `${error.name} was thrown, an APIConnectionTimeoutError was expected`,
  );
  sent(server, 1);
  promise(
    await until(() => server.requests[0]?.abandoned === true, 1000),
    "the connection was left open after the timeout",
  );
}

/** Of the real clock, which no case moves. */
function milliseconds(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

export const timeoutCases: readonly FaultCase[] = [
  {
    id: "time/silent-server",
    title: "A server that never answers ends the call at its timeout, and the connection is closed.",
    reason: "Without a timeout a call waits as long as the connection stands, which may be for ever.",
    source: http1("9.5"),
    prepare: (target) => given(reading(target), NO_READ, (get, bench) => timesOut(bench, get, () => {})),
  },
  {
    id: "time/stalled-body",
    title: "A body that stalls after the headers ends the call at its timeout.",
    reason: "A timer that is cleared when the headers arrive leaves the body unwatched.",
    source: issue("openai/openai-node", 1825),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        timesOut(bench, get, (_, response) => sendStalled(response, get.answer)),
      ),
  },
  {
    id: "time/dripping-body",
    title: "A body that drips without end is ended by the attempt's timeout.",
    reason: "Each byte restarts an idle timer; only a limit on the whole attempt ends it.",
    source: issue("openai/openai-node", 1825),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        timesOut(bench, get, (_, response) => {
          response.writeHead(200, { "content-type": "application/json" });
          const timer = setInterval(() => response.write(" "), 15);
          response.on("close", () => clearInterval(timer));
        }),
      ),
  },
  {
    id: "time/stalled-error-body",
    title: "The stalled body of an error does not hold up the call.",
    reason: "Error bodies are read for their message by another path, which often has no timer.",
    source: issue("browserbase/sdk-node", 206),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay <= 300 ? "real" : "now");
        const server = await bench.serve((_, response) => {
          response.writeHead(400, { "content-type": "application/json", "content-length": "1000" });
          response.write('{"half":');
        });
        const error = errorOf(
          await bench.call(bench.client(server.base, { timeout: 300, maxRetries: 0 }), get),
          "a stalled error body",
        );
        promise(
          error.status === 400 || bench.isError(error, "APIConnectionTimeoutError"),
          `${error.name} was thrown; the status's error or an APIConnectionTimeoutError was expected`,
        );
      });
    },
  },
  {
    id: "time/garbage-collector",
    title: "The timeout fires also while garbage is collected.",
    reason: "A signal that only a Request holds is collected before it fires.",
    source: issue("nodejs/undici", 4068),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const timer = setInterval(collectGarbage, 20);
        bench.defer(() => clearInterval(timer));
        await timesOut(bench, get, () => {});
      });
    },
  },
  {
    id: "time/default-timeout",
    title: "A call is limited to 30 seconds without any option.",
    reason: "Defaults are what runs in production; fetch itself waits five minutes for headers.",
    source: http1("9.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay > 20_000 ? "hold" : "now");
        const server = await bench.serve(() => {});
        const client = bench.client(server.base, {
          timeout: undefined,
          idleTimeout: undefined,
          maxRetries: 0,
        });
        const call = bench.call(client, get);
        promise(await until(() => server.requests.length === 1), "no request arrived");
        const guards = bench.clock.pending.filter(({ delay }) => delay <= 30_000);
        promise(guards.length > 0, "no timer of 30 s or less guards the call");
        for (const guard of guards) guard.fire();
        const error = errorOf(await call, "the default timeout");
        promise(
          bench.isError(error, "APIConnectionTimeoutError"),
          `${error.name} was thrown, an APIConnectionTimeoutError was expected`,
        );
      });
    },
  },
  {
    id: "time/huge-timeout",
    title: "A timeout beyond 2^31-1 ms is long, not zero.",
    reason: "setTimeout turns a longer delay into one millisecond.",
    source: node("setTimeout", "timers.html#settimeoutcallback-delay-args"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay > 2 ** 31 - 1 ? "now" : "hold");
        const server = await bench.serve((_, response) => {
          setImmediate(() => setImmediate(() => sendAnswer(response, get.answer)));
        });
        for (const timeout of [2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER])
          resultOf(
            await bench.call(
              bench.client(server.base, { timeout, totalTimeout: timeout, maxRetries: 0 }),
              get,
            ),
            `a timeout of ${timeout} ms`,
          );
      });
    },
  },
  {
    id: "time/total-timeout",
    title: "totalTimeout limits all attempts and waits together.",
    reason: "Three attempts of 30 s and their waits are far more than a caller that says 10 s can use.",
    source: http1("9.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay <= 200 ? "real" : delay === GUARD ? "hold" : "now");
        const server = await bench.serve(() => {});
        const client = bench.client(server.base, { totalTimeout: 200, maxRetries: 50 });
        const started = process.hrtime.bigint();
        errorOf(await bench.call(client, get), "totalTimeout");
        const took = Number(process.hrtime.bigint() - started) / 1e6;
        promise(took < 2500, `a totalTimeout of 200 ms took ${Math.round(took)} ms`);
      });
    },
  },
];
