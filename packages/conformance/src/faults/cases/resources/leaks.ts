import { getEventListeners } from "node:events";
import { reset, sendAnswer, sendJson } from "../../bench/answers.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { collectGarbage } from "../../bench/garbage.ts";
import { pause, until } from "../../bench/pause.ts";
import { promise } from "../../promise.ts";
import { issue } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";

export const leakCases: readonly FaultCase[] = [
  {
    id: "resources/abort-listeners",
    title:
      "Hundreds of calls on one signal, fifty at a time, leave no listener on it, and no warning of a leak.",
    reason:
      "The signal of a server's lifetime collects a listener per call, and all that it holds. Of more than ten at once Node.js 20 warns.",
    source: issue("nodejs/node", 46525),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const controller = new AbortController();
        const warnings: string[] = [];
        const onWarning = ({ name }: Error): unknown => warnings.push(name);
        process.on("warning", onWarning);
        bench.defer(() => process.off("warning", onWarning));
        const server = await bench.serve((request, response) =>
          request.number % 3 === 0 ? sendJson(response, 404, {}) : sendAnswer(response, get.answer),
        );
        const client = bench.client(server.base, { maxRetries: 0 });
        const options = { signal: controller.signal };
        for (let round = 0; round < 6; round += 1) {
          await Promise.all(Array.from({ length: 50 }, () => bench.call(client, get, { options })));
        }
        const left = (): number => getEventListeners(controller.signal, "abort").length;
        // The platform takes its own off when it is done with an answer, which can be after the call.
        await until(() => left() === 0);
        promise(left() === 0, `${left()} listeners are left on the signal`);
        promise(!warnings.includes("MaxListenersExceededWarning"), "Node.js warned of a leak of listeners");
      });
    },
  },
  {
    id: "resources/timers",
    title: "A finished call leaves no timer, whether it succeeded, failed or was aborted.",
    reason: "A timer of 30 seconds keeps a process alive that has nothing left to do.",
    source: issue("node-fetch/timeout-signal", 1),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay > 10_000 ? "hold" : "now");
        const controller = new AbortController();
        const server = await bench.serve((request, response) => {
          const kind = request.number % 4;
          if (kind === 0) return controller.abort();
          if (kind === 1) return sendAnswer(response, get.answer);
          return kind === 2 ? sendJson(response, 404, {}) : reset(response);
        });
        const client = bench.client(server.base, {
          timeout: undefined,
          idleTimeout: undefined,
          totalTimeout: 50_000,
          maxRetries: 0,
        });
        for (let call = 0; call < 4; call += 1)
          await bench.call(client, get, { options: { signal: controller.signal } });
        const left = bench.clock.pending.map(({ delay }) => delay);
        promise(left.length === 0, `timers of ${left.join(", ")} ms are left`);
      });
    },
  },
  {
    id: "resources/memory",
    title: "What a call was given and what it returned can be collected when it is over.",
    reason: "Caches and closures that hold arguments make a service grow until it is killed.",
    source: issue("nodejs/node", 52635),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((request, response) =>
          request.number % 2 === 0 ? sendJson(response, 404, {}) : sendAnswer(response, get.answer),
        );
        const client = bench.client(server.base);
        const references: WeakRef<object>[] = [];
        for (let call = 0; call < 20; call += 1) {
          const headers = { "x-call": String(call) };
          references.push(new WeakRef(headers));
          const outcome = await bench.call(client, get, { options: { headers } });
          const result = outcome.ok ? outcome.value : outcome.error;
          if (typeof result === "object" && result !== null) references.push(new WeakRef(result));
        }
        let alive = references.length;
        for (let round = 0; round < 10 && alive > 4; round += 1) {
          await pause(10);
          collectGarbage();
          alive = references.filter((one) => one.deref() !== undefined).length;
        }
        // The last call's own may still stand in a register.
        promise(alive <= 4, `${alive} of ${references.length} objects are still held`);
      });
    },
  },
  {
    id: "resources/unhandled-rejections",
    title: "A failing call makes no unhandled rejection, however its promise is used.",
    reason: "An unhandled rejection ends the process.",
    source: {
      name: "Node.js, unhandledRejection",
      url: "https://nodejs.org/api/process.html#event-unhandledrejection",
    },
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const unhandled: unknown[] = [];
        const listener = (reason: unknown): void => {
          unhandled.push(reason);
        };
        process.on("unhandledRejection", listener);
        bench.defer(() => process.off("unhandledRejection", listener));
        const server = await bench.serve((_, response) => sendJson(response, 404, {}));
        const client = bench.client(server.base);
        for (const use of ["withResponse", "asResponse", "then"] as const) {
          const started = bench.start(client, get) as Promise<unknown> &
            Partial<Record<string, () => unknown>>;
          await outcomeOf(() => (use === "then" ? started.then(() => {}) : started[use]?.()));
        }
        await pause(20);
        promise(unhandled.length === 0, `${unhandled.length} rejections were unhandled`);
      });
    },
  },
];
