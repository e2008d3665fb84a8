import { send, sendAnswer, sendJson } from "../../bench/answers.ts";
import { settle, until } from "../../bench/pause.ts";
import { promise } from "../../promise.ts";
import { http1, issue } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { resultOf, sent } from "../judge.ts";

export const connectionCases: readonly FaultCase[] = [
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
          [300_000, false],
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
