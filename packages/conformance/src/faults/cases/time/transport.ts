import { sendAnswer } from "../../bench/answers.ts";
import { type Dispatcher, replaceDispatcher } from "../../bench/dispatcher.ts";
import { promise } from "../../promise.ts";
import { issue, node } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf } from "../judge.ts";

const LONG = 400_000;

/** How undici says that it waited for long enough. */
const OWN_LIMITS: readonly (readonly [code: string, message: string])[] = [
  ["UND_ERR_HEADERS_TIMEOUT", "Headers Timeout Error"],
  ["UND_ERR_BODY_TIMEOUT", "Body Timeout Error"],
];

export const transportCases: readonly FaultCase[] = [
  {
    id: "time/long-timeout",
    title: "A timeout beyond the five minutes of Node's fetch is given to it as well.",
    reason: "fetch gives up after 300 s by itself, whatever the client was told to wait.",
    source: issue("nodejs/undici", 1373),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = () => "hold";
        const limits: unknown[] = [];
        replaceDispatcher(bench, (own): Dispatcher => {
          return {
            dispatch(options, handler) {
              limits.push((options as { headersTimeout?: unknown }).headersTimeout);
              return own.dispatch(options, handler);
            },
          };
        });
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, { timeout: LONG, maxRetries: 0 });
        resultOf(await bench.call(client, get), `a timeout of ${LONG} ms`);
        // A client with a dispatcher of its own never comes to this one, and its limits cannot be seen.
        const short = limits.find((limit) => typeof limit !== "number" || (limit > 0 && limit < LONG));
        promise(
          limits.every((limit) => limit === 0 || (typeof limit === "number" && limit >= LONG)),
          `fetch was left with a limit of its own: headersTimeout is ${brief(short)} with a timeout of ${LONG} ms`,
        );
      }),
  },
  {
    id: "time/transport-limit",
    title: "A limit of the transport's own is a timeout in name, and the error says whose it is.",
    reason: "Taken for a lost connection, it sends everybody to look for a network fault.",
    source: node("fetch", "globals.html#fetch"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        for (const [code, message] of OWN_LIMITS) {
          const fetch = async (): Promise<never> => {
            throw new TypeError("fetch failed", { cause: Object.assign(new Error(message), { code }) });
          };
          const client = bench.client("https://api.example", { fetch, maxRetries: 0 });
          const error = errorOf(await bench.call(client, get), message);
          promise(
            bench.isError(error, "APIConnectionTimeoutError"),
            `${message}: ${brief(error)} was thrown, an APIConnectionTimeoutError was expected`,
          );
          promise(/fetch/.test(error.message), `the error does not say whose limit it is: ${brief(error)}`);
        }
      }),
  },
];
