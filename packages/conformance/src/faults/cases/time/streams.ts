import { setTimeout } from "node:timers";
import { type Bench, outcomeOf } from "../../bench/bench.ts";
import { patiently } from "../../bench/patience.ts";
import { promise } from "../../promise.ts";
import { http1, issue, pull } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf } from "../judge.ts";

/** The answer itself, its body unread. */
async function handedOver(bench: Bench, client: object, probe: Probe): Promise<Response> {
  const started = bench.start(client, probe) as { asResponse?: () => Promise<Response> };
  promise(typeof started.asResponse === "function", "the method's promise has no asResponse()");
  return (await started.asResponse()) as Response;
}

/** A body that takes twice the timeout, though it never falls silent. */
async function slowStream(limit: number, bench: Bench, probe: Probe): Promise<void> {
  bench.clock.fate = (delay) => (delay <= limit ? "real" : "hold");
  const server = await bench.serve((_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write("[0");
    let count = 0;
    const more = (): void => {
      count += 1;
      if (count === 8) response.end("]");
      else {
        response.write(`,${count}`);
        setTimeout(more, limit / 4);
      }
    };
    setTimeout(more, limit / 4);
  });
  const client = bench.client(server.base, { timeout: limit, maxRetries: 0 });
  const answer = await handedOver(bench, client, probe);
  const text = String(resultOf(await outcomeOf(() => answer.text()), "a body of twice the timeout"));
  promise(text === "[0,1,2,3,4,5,6,7]", `the body arrived as ${text}`);
}

export const streamTimeCases: readonly FaultCase[] = [
  {
    id: "time/slow-stream",
    title: "asResponse() hands over a body that may take longer than the timeout.",
    reason: "A long download is not a stalled one: the attempt's clock ends with the headers.",
    source: pull("n8n-io/n8n", 32411),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        await patiently([150, 900], (limit) => slowStream(limit, bench, get));
      });
    },
  },
  {
    id: "time/idle-stream",
    title: "idleTimeout ends a handed-over body that falls silent.",
    reason: "When the attempt's clock has ended, nothing else watches a body that stops.",
    source: issue("openai/openai-node", 1825),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        bench.clock.fate = (delay) => (delay <= 150 ? "real" : "hold");
        const server = await bench.serve((_, response) => {
          response.writeHead(200, { "content-type": "application/json" });
          response.write("[1,");
        });
        const answer = await handedOver(
          bench,
          bench.client(server.base, { idleTimeout: 150, maxRetries: 0 }),
          get,
        );
        errorOf(await outcomeOf(() => answer.text()), "a silent body");
      });
    },
  },
  {
    id: "time/cut-stream",
    title: "A handed-over body that is cut short is an error, not an end.",
    reason: "A file that lacks its second half must not be taken for a whole one.",
    source: http1("8"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => {
          response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
          response.write("[1,", () => setImmediate(() => response.socket?.destroy()));
        });
        const answer = await handedOver(bench, bench.client(server.base, { maxRetries: 0 }), get);
        errorOf(await outcomeOf(() => answer.text()), "a cut body");
      });
    },
  },
];
