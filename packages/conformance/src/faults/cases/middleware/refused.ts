import { sendAnswer } from "../../bench/answers.ts";
import type { Bench, Outcome } from "../../bench/bench.ts";
import { GUARD } from "../../bench/clock.ts";
import type { FaultServer } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { http, node, weakness } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, sent } from "../judge.ts";
import { chained, type Middleware, wrapped } from "./chained.ts";

/** A call with a function that is not allowed to do what it does. */
async function misled(
  bench: Bench,
  probe: Probe,
  cheat: Middleware,
): Promise<{ readonly outcome: Outcome; readonly server: FaultServer }> {
  const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
  const client = bench.client(server.base, chained(bench, cheat));
  return { outcome: await bench.call(client, probe), server };
}

/** Fails the case unless the call was refused in words that name the function. */
function refusal(bench: Bench, outcome: Outcome, what: string): void {
  const error = errorOf(outcome, what);
  promise(
    bench.isError(error, "UsageError"),
    `${what}: ${brief(error)} was thrown, a UsageError was expected`,
  );
  promise(error.message.includes("cheat"), `${what}: “${error.message}” does not name the function`);
}

export const refusedMiddlewareCases: readonly FaultCase[] = [
  {
    id: "middleware/own-fields",
    title: "Middleware sets header fields of its own, and none that the client sets.",
    reason: "A field that is set twice is the credential of one and the tenant of another.",
    source: weakness(863),
    prepare: (target) =>
      wrapped(target, async (probe, bench) => {
        const { outcome, server } = await misled(bench, probe, (_, next) =>
          next({ headers: { "x-of-middleware": "1" } }),
        );
        promise(outcome.ok, "a field of middleware's own was refused");
        const [first] = server.requests;
        promise(first?.headers["x-of-middleware"] === "1", "the field of middleware's own did not arrive");
        const carrying = probe.schemes.flatMap(({ kind, field }) => (kind === "query" ? [] : [field]));
        for (const name of ["host", "content-length", "authorization", ...carrying]) {
          const cheat: Middleware = (_, next) => next({ headers: { [name]: "elsewhere" } });
          const tried = await misled(bench, probe, cheat);
          refusal(bench, tried.outcome, `the header field ${name}`);
          sent(tried.server, 0, `when middleware had set ${name}`);
        }
      }),
  },
  {
    id: "middleware/origin",
    title: "Middleware cannot send a request elsewhere.",
    reason: "The credential would go along.",
    source: http("7.2"),
    prepare: (target) =>
      wrapped(target, async (probe, bench) => {
        const other = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const cheat: Middleware = (request, next) => next({ ...request, url: `${other.base}/leads` });
        const { outcome, server } = await misled(bench, probe, cheat);
        refusal(bench, outcome, "another origin");
        sent(server, 0, "at the client's own address");
        sent(other, 0, "elsewhere");
      }),
  },
  {
    id: "middleware/twice",
    title: "Middleware that sends an attempt twice is told so, and one request goes out.",
    reason: "Retries are the client's: it knows what may be repeated.",
    source: http("9.2.2"),
    prepare: (target) =>
      wrapped(target, async (probe, bench) => {
        const cheat: Middleware = async (_, next) => {
          await next();
          return next();
        };
        const { outcome, server } = await misled(bench, probe, cheat);
        refusal(bench, outcome, "next() called twice");
        sent(server, 1);
      }),
  },
  {
    id: "middleware/no-reply",
    title: "Middleware that returns no reply is told so.",
    reason: "A forgotten return would be an answer of undefined far from where it was forgotten.",
    source: weakness(252),
    prepare: (target) =>
      wrapped(target, async (probe, bench) => {
        const silent: Middleware = async function cheat(_, next) {
          await next();
        };
        refusal(bench, (await misled(bench, probe, silent)).outcome, "nothing returned");
        const wrong: Middleware = function cheat() {
          return { status: 200 };
        };
        refusal(bench, (await misled(bench, probe, wrong)).outcome, "a thing returned that is not a reply");
      }),
  },
  {
    id: "middleware/endless",
    title: "Middleware that never settles ends with totalTimeout.",
    reason: "A lock in a cache would hang calls whose time limits say otherwise.",
    source: node("AbortSignal", "globals.html#class-abortsignal"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay >= GUARD / 2 ? "hold" : "now");
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, {
          ...chained(bench, () => new Promise(() => {})),
          totalTimeout: 5000,
        });
        const error = errorOf(await bench.call(client, get), "middleware that never settles");
        promise(
          bench.isError(error, "APIConnectionTimeoutError"),
          `${brief(error)} was thrown, an APIConnectionTimeoutError was expected`,
        );
        sent(server, 0);
      }),
  },
];
