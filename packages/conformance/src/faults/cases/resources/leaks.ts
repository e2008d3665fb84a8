import { getEventListeners, setMaxListeners } from "node:events";
import { reset, send, sendAnswer, sendJson } from "../../bench/answers.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { collectGarbage } from "../../bench/garbage.ts";
import { pause, settle, until } from "../../bench/pause.ts";
import { http1, issue } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { promise } from "../../types.ts";
import { resultOf, sent } from "../judge.ts";

export const leakCases: readonly FaultCase[] = [
  {
    id: "resources/connections",
    title: "Failing calls, one after the other, use one connection, or close what they opened.",
    reason: "A body that is neither read nor cancelled keeps its connection for ever.",
    source: issue("nodejs/undici", 2856),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        // A body that fits into the buffers can be read at once; of a larger one only the connection can be closed.
        for (const [size, reused] of [
          [2_000, true],
          [2_000_000, false],
        ] as const) {
          const server = await bench.serve((_, response) =>
            sendJson(response, 503, { filler: "x".repeat(size) }),
          );
          const client = bench.client(server.base, { maxRetries: 1 });
          for (let call = 0; call < 20; call += 1) await bench.call(client, get);
          const settled = await until(() => server.open <= 3, 1000);
          promise(
            settled,
            `${server.open} connections are open after 20 calls that failed with ${size} bytes`,
          );
          const { connections } = server;
          promise(
            !reused || connections <= 6,
            `${connections} connections were made for 20 calls, one after the other`,
          );
        }
      });
    },
  },
  {
    id: "resources/drain-before-wait",
    title: "The body of a failed attempt is drained or cancelled before the wait.",
    reason: "A connection that is held through a wait of a minute is missing in the pool.",
    source: issue("nodejs/undici", 2856),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((request, response) => {
          if (request.number > 1) return sendAnswer(response, get.answer);
          response.writeHead(target.policy.isRetriable(503) ? 503 : 500, { "content-type": "text/plain" });
          // Without end: it can only be cancelled.
          const more = (): void => {
            while (!response.destroyed && response.write("x".repeat(16_384)));
            if (!response.destroyed) response.once("drain", more);
          };
          more();
        });
        let abandoned: boolean | undefined;
        bench.clock.onWait = async () => {
          abandoned ??= await until(() => server.requests[0]?.abandoned === true, 1500);
        };
        resultOf(await bench.call(bench.client(server.base), get), "the second attempt");
        promise(abandoned === true, "the first attempt's body was still open during the wait");
        sent(server, 2);
      });
    },
  },
  {
    id: "resources/abort-listeners",
    title: "Hundreds of calls on one signal leave no listener on it.",
    reason: "The signal of a server's lifetime collects a listener per call, and all that it holds.",
    source: issue("nodejs/node", 46525),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const controller = new AbortController();
        // Fifty at a time is what is meant here, and no leak.
        setMaxListeners(0, controller.signal);
        const server = await bench.serve((request, response) =>
          request.number % 3 === 0 ? sendJson(response, 404, {}) : sendAnswer(response, get.answer),
        );
        const client = bench.client(server.base, { maxRetries: 0 });
        const options = { signal: controller.signal };
        let most = 0;
        for (let round = 0; round < 6; round += 1) {
          await Promise.all(Array.from({ length: 50 }, () => bench.call(client, get, { options })));
          most = Math.max(most, getEventListeners(controller.signal, "abort").length);
        }
        await settle();
        promise(most === 0, `${most} listeners are left on the signal`);
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
  {
    id: "resources/cross-talk",
    title: "A hundred calls at the same time get each their own answer.",
    reason: "State that is shared by calls gives one caller another's data.",
    source: http1("9.3.2"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve(async (request, response) => {
          for (let turn = request.number % 7; turn > 0; turn -= 1)
            await new Promise((resolve) => setImmediate(resolve));
          sendAnswer(response, get.answer, { "x-echo": request.headers["x-call"] ?? "" });
        });
        const client = bench.client(server.base);
        const echoes = await Promise.all(
          Array.from({ length: 100 }, async (_, call) => {
            const started = bench.start(client, get, {
              options: { headers: { "x-call": String(call) } },
            }) as { withResponse?: () => Promise<{ response: Response }> };
            promise(typeof started.withResponse === "function", "the method's promise has no withResponse()");
            return (await started.withResponse()).response.headers.get("x-echo") === String(call);
          }),
        );
        promise(echoes.every(Boolean), "a call got another call's answer");
      });
    },
  },
  {
    id: "resources/import",
    title: "To import the package, and to make a client, sends nothing and starts no timer.",
    reason: "Serverless platforms forbid both outside of a request, and tests hang on both.",
    source: issue("node-fetch/timeout-signal", 1),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => send(response, 200));
        for (let client = 0; client < 5; client += 1) bench.client(server.base);
        await settle(20);
        sent(server, 0);
        promise(
          bench.clock.pending.length + bench.clock.waits.length === 0,
          "a client that does nothing has timers",
        );
        promise(get.id !== "", "");
      });
    },
  },
];
