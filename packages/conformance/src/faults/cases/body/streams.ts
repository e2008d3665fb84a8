import type { ServerResponse } from "node:http";
import { setTimeout } from "node:timers";
import { sendJson } from "../../bench/answers.ts";
import { type Bench, outcomeOf } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { issue, whatwg } from "../../sources.ts";
import { given, ordinary } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf } from "../judge.ts";

const NONE = "no operation answers with events";

function streaming(target: Target): Probe | undefined {
  return ordinary(target, (probe) => probe.returns === "events");
}

/** Walks the values of a stream, and tells which came before its end or its error. */
async function read(
  bench: Bench,
  probe: Probe,
  answer: (response: ServerResponse) => unknown,
  options: object = {},
) {
  const server = await bench.serve((_, response) => answer(response));
  const client = bench.client(server.base, { maxRetries: 0, ...options });
  const numbers: unknown[] = [];
  const outcome = await outcomeOf(async () => {
    for await (const value of (await bench.start(client, probe)) as AsyncIterable<unknown>)
      numbers.push((value as { readonly number?: unknown } | null)?.number);
  });
  return { numbers, outcome };
}

/** An answer of these events; what is `undefined` is a number of the next one. */
const events =
  (...texts: readonly string[]) =>
  (response: ServerResponse): void => {
    response.writeHead(200, { "content-type": "text/event-stream", "x-request-id": "req_stream_1" });
    response.end(texts.join(""));
  };

const value = (number: number): string => `data: {"number":${number}}\n\n`;

function came(numbers: readonly unknown[], count: number, what: string): void {
  const right = numbers.length === count && numbers.every((one, at) => one === at + 1);
  promise(right, `${what}: the stream gave ${brief(numbers)}, 1 to ${count} expected`);
}

export const streamCases: readonly FaultCase[] = [
  {
    id: "body/stream-error",
    title:
      "An event named error, with data or without, ends a stream with an error that has its payload, after the values before it.",
    reason: "Taken for a value, the failure looks like a short answer.",
    source: issue("SAP/ai-sdk-js", 1250),
    prepare: (target) =>
      given(streaming(target), NONE, async (probe, bench) => {
        const said = '{"error":{"code":"overloaded","message":"Overloaded, try later"}}';
        for (const text of [
          `event: error\ndata: ${said}\n\n`,
          "event: error\ndata: Overloaded, try later\n\n",
        ]) {
          const { numbers, outcome } = await read(bench, probe, events(value(1), value(2), text, value(3)));
          const error = errorOf(outcome, "an event named error");
          came(numbers, 2, "before an event named error");
          promise(
            error.message.includes("Overloaded, try later"),
            `the error does not say what the stream said: ${brief(error)}`,
          );
          promise(error.status === 200, `error.status is ${brief(error.status)}, 200 expected`);
          promise(
            JSON.stringify(error.body)?.includes("Overloaded, try later") === true,
            `error.body is ${brief(error.body)}`,
          );
        }
        for (const bare of ["event: error\ndata:\n\n", "event: error\n\n"]) {
          const { numbers, outcome } = await read(bench, probe, events(value(1), value(2), bare, value(3)));
          const error = errorOf(outcome, "an event named error without data");
          came(numbers, 2, "before an event named error without data");
          promise(error.status === 200, `error.status is ${brief(error.status)}, 200 expected`);
        }
      }),
  },
  {
    id: "body/stream-heartbeats",
    title: "Comments, events without data and heartbeats are not values, and keep a stream alive.",
    reason: "Proxies close silent connections, so that servers send something now and then.",
    source: issue("modelcontextprotocol/python-sdk", 1670),
    prepare: (target) =>
      given(streaming(target), NONE, async (probe, bench) => {
        bench.clock.fate = (delay) => (delay <= 400 ? "real" : "hold");
        const beats = [": here\n\n", "event: ping\n\n", "event: ping\ndata:\n\n", "data:\n\n", "data\n\n"];
        const { numbers, outcome } = await read(
          bench,
          probe,
          async (response) => {
            response.writeHead(200, { "content-type": "text/event-stream" });
            response.write(value(1));
            for (const beat of beats) {
              response.write(beat);
              await new Promise((resolve) => setTimeout(resolve, 150));
            }
            response.end(value(2));
          },
          { idleTimeout: 400 },
        );
        promise(outcome.ok, `the stream failed with ${outcome.ok ? "" : brief(outcome.error)}`);
        came(numbers, 2, "heartbeats");
      }),
  },
  {
    id: "body/no-stream",
    title: "JSON or HTML in place of a stream is an error with its reason, its status and its request id.",
    reason: "The reason is all that tells a key without the right from a broken proxy.",
    source: issue("openai/openai-node", 1825),
    prepare: (target) =>
      given(streaming(target), NONE, async (probe, bench) => {
        const [header = "x-request-id"] = target.pack.extension.errors?.requestIdHeaders ?? [];
        const id = { [header]: "req_stream_1" };
        const body = { error: { message: "No streams for this key" } };
        for (const answer of [
          (response: ServerResponse) => sendJson(response, 200, body, id),
          (response: ServerResponse) =>
            response
              .writeHead(200, { "content-type": "text/html", ...id })
              .end("<h1>No streams for this key</h1>"),
        ]) {
          const { outcome } = await read(bench, probe, answer);
          const error = errorOf(outcome, "no stream");
          promise(error.message.includes("No streams for this key"), `the error is ${brief(error)}`);
          promise(error.status === 200, `error.status is ${brief(error.status)}`);
          promise(error.requestId === "req_stream_1", `error.requestId is ${brief(error.requestId)}`);
        }
      }),
  },
  {
    id: "body/stream-names",
    title: "The names and ids of events can be had, beside their values.",
    reason:
      "Whoever connects anew says the last id, and many streams tell kinds of values apart by name alone.",
    source: whatwg("html", "Server-sent events", "server-sent-events"),
    prepare: (target) =>
      given(streaming(target), NONE, async (probe, bench) => {
        const server = await bench.serve((_, response) =>
          events(
            `id: 7\nevent: added\n${value(1)}`,
            `event: ping\n\n`,
            `event: removed\n${value(2)}`,
          )(response),
        );
        const client = bench.client(server.base, { maxRetries: 0 });
        const stream = resultOf(await bench.call(client, probe), "a stream of events") as {
          events?: () => AsyncIterable<{ readonly event?: unknown; readonly id?: unknown }>;
        };
        promise(typeof stream.events === "function", "the stream has no events()");
        const seen: unknown[] = [];
        for await (const { event, id } of stream.events()) seen.push([event, id]);
        const want = [
          ["added", "7"],
          ["removed", "7"],
        ];
        promise(
          JSON.stringify(seen) === JSON.stringify(want),
          `names and ids are ${brief(seen)}, ${brief(want)} expected`,
        );
      }),
  },
];
