import { sendAnswer, sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { caching, http, http1, weakness } from "../../sources.ts";
import { canary } from "../../target/credentials.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { openVendor, trading } from "../credentials/token-vendor.ts";
import { brief, errorOf, printed, resultOf, sent } from "../judge.ts";
import { hides } from "../secrets/hides.ts";
import { chained, type Seen, wrapped } from "./chained.ts";

export const middlewareCases: readonly FaultCase[] = [
  {
    id: "middleware/each-attempt",
    title: "Middleware stands around each attempt, and its answer is what the caller gets.",
    reason: "A breaker that sees calls alone counts four failures as one.",
    source: http("9.2.2"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const seen: Seen[] = [];
        const options = chained(bench, (request, next) => {
          seen.push(request);
          return next();
        });
        const status = [503, 500, 429].find((one) => target.policy.isRetriable(one)) ?? 503;
        const server = await bench.serve((request, response) =>
          request.number === 1 ? sendJson(response, status, {}) : sendAnswer(response, get.answer),
        );
        resultOf(await bench.call(bench.client(server.base, options), get), "a call with middleware");
        sent(server, 2);
        const attempts = seen.map(({ attempt }) => attempt).join();
        promise(attempts === "1,2", `middleware saw the attempts ${attempts}, 1,2 were expected`);
      }),
  },
  {
    id: "middleware/credentials",
    title: "Middleware sees no credentials, in whatever place they are sent.",
    reason: "Middleware logs, caches and records what it sees.",
    source: weakness(522),
    prepare: (target) =>
      wrapped(target, async (probe, bench) => {
        const seen: string[] = [];
        const options = chained(bench, (request, next) => {
          seen.push(printed(request));
          return next();
        });
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        resultOf(await bench.call(bench.client(server.base, options), probe), "a call with middleware");
        promise(seen.length === 1, `middleware saw ${seen.length} attempts, 1 expected`);
        hides(seen.join("\n"), "a request as middleware sees it");
      }),
  },
  {
    id: "middleware/exchange",
    title: "A token exchange passes no middleware.",
    reason: "Its body is the key itself, and its answer the token.",
    source: weakness(522),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const seen: Seen[] = [];
        const options = chained(bench, (request, next) => {
          seen.push(request);
          return next();
        });
        const vendor = await openVendor(bench, trade, { client: options });
        resultOf(await bench.call(vendor.client, trade.probe), "a call with middleware");
        sent({ requests: vendor.exchanges }, 1, "for a token");
        promise(seen.length === 1, `middleware saw ${seen.length} requests, the call alone was expected`);
        promise(
          !printed(seen).includes(canary("exchanged")) && !printed(seen).includes("tltoken-"),
          "middleware saw a key or a token",
        );
      }),
  },
  {
    id: "middleware/tenants",
    title: "A cache by the identity that middleware sees gives nobody the answer of another tenant.",
    reason: "The address of a request is the same for all tenants.",
    source: caching("3.5"),
    prepare: (target) =>
      wrapped(target, async (probe, bench) => {
        const kept = new Map<string, Response>();
        const options = chained(bench, async ({ identity, url }, next) => {
          const key = `${identity} ${url}`;
          const answer = kept.get(key) ?? (await next());
          kept.set(key, answer);
          return answer.clone();
        });
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const ask = async (more: Readonly<Record<string, string>>): Promise<void> => {
          const client = bench.client(server.base, { ...options, ...more });
          resultOf(await bench.call(client, probe), "a call of a tenant");
        };
        const names = Object.keys(target.credentials);
        await ask({});
        await ask({});
        sent(server, 1, "of two clients with one credential");
        await ask(Object.fromEntries(names.map((name) => [name, canary(`other-${name}`)])));
        sent(server, 2, "when another tenant had asked");
      }),
  },
  {
    id: "middleware/own-answer",
    title: "An answer of middleware's own is read as the vendor's, and nothing is sent.",
    reason: "Caches and tests answer without a server.",
    source: caching("4"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const { status, type, body } = get.answer;
        const options = chained(
          bench,
          () =>
            new Response(new Uint8Array(body), { status, headers: { "content-type": type ?? "text/plain" } }),
        );
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, options);
        const own = resultOf(await bench.call(client, get), "a call that middleware answers");
        sent(server, 0, "of a call that middleware answered");
        const usual = resultOf(await bench.call(bench.client(server.base), get), "a call without middleware");
        promise(printed(own) === printed(usual), `the call yielded ${brief(own)}, ${brief(usual)} expected`);
      }),
  },
  {
    id: "middleware/failure",
    title: "What middleware throws ends the call as it is, and is not retried.",
    reason: "An open circuit that is retried is no longer one.",
    source: http1("9.3.1"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        let asked = 0;
        const options = chained(bench, () => {
          asked += 1;
          throw new RangeError("the circuit is open");
        });
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const error = errorOf(
          await bench.call(bench.client(server.base, options), get),
          "middleware that throws",
        );
        promise(
          error.message === "the circuit is open",
          `${brief(error)} was thrown instead of its own error`,
        );
        promise(asked === 1, `middleware was asked ${asked} times, 1 expected`);
        sent(server, 0);
      }),
  },
];
