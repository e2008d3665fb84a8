import { gzipSync } from "node:zlib";
import { reset, send, sendAnswer } from "../../bench/answers.ts";
import type { Bench, Outcome } from "../../bench/bench.ts";
import { outcomeOf } from "../../bench/bench.ts";
import type { Handler } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { issue, json, weakness } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent, statusError } from "../judge.ts";

/** Deeper than what walks by calling itself can go. */
const DEEP = 20_000;
const JSON_TYPE = { "content-type": "application/json" };

const NESTED: readonly (readonly [what: string, body: string])[] = [
  ["nested lists", "[".repeat(DEEP) + "]".repeat(DEEP)],
  ["nested objects", `${'{"error":'.repeat(DEEP)}1${"}".repeat(DEEP)}`],
  ["brackets that are never closed", "[".repeat(DEEP)],
];

const ODD: readonly (readonly [what: string, body: string | Uint8Array, fields: Record<string, string>])[] = [
  ["null", "null", JSON_TYPE],
  ["a number", "503", JSON_TYPE],
  ["a text in quotes", '"gone"', JSON_TYPE],
  ["an empty list", "[]", JSON_TYPE],
  ["a name that is there twice", '{"error":{"message":"a"},"error":"b"}', JSON_TYPE],
  ["half of a surrogate pair", '{"message":"\\ud83d"}', JSON_TYPE],
  ["bytes that are not UTF-8", Uint8Array.from([0x7b, 0xff, 0xfe, 0x00, 0x80, 0x7d]), JSON_TYPE],
  ["UTF-16", Buffer.from('\ufeff{"message":"gone"}', "utf16le"), JSON_TYPE],
  ["NUL bytes", "\0".repeat(100), JSON_TYPE],
  ["XML", "<Error><Code>Gone</Code></Error>", { "content-type": "application/xml" }],
  ["a type that is not one", '{"message":"gone"}', { "content-type": ";;;" }],
  ["gzip that calls itself JSON", gzipSync('{"message":"gone"}'), JSON_TYPE],
];

/** The function that has to stand in the stack. */
async function callerOfTheFault(bench: Bench, client: object, probe: Probe): Promise<unknown> {
  return await bench.start(client, probe);
}

const FAILURES: readonly (readonly [what: string, handle: Handler])[] = [
  ["a 404", (_, response) => send(response, 404, "{}", JSON_TYPE)],
  ["a lost connection", (_, response) => reset(response)],
  ["HTML with 200", (_, response) => send(response, 200, "<html>", { "content-type": "text/html" })],
];

export const deepErrorCases: readonly FaultCase[] = [
  {
    id: "errors/deep",
    title: "An error answer that is nested without end is the status's error, and repeated like any other.",
    reason: "A RangeError in the place where errors are made hides the status, and with it that it may pass.",
    source: weakness(674),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const passing = target.policy.isRetriable(503) ? 503 : 500;
        for (const [what, body] of NESTED) {
          const answers = await bench.serve((_, response) => send(response, 400, body, JSON_TYPE));
          const error = statusError(await bench.call(bench.client(answers.base), get), 400, what);
          promise(bench.isError(error, "APIError"), `${what}: ${brief(error)} was thrown, no APIError`);
          promise(error.message.length < 5000, `${what}: the message has ${error.message.length} characters`);
          const server = await bench.serve((request, response) =>
            request.number === 1
              ? send(response, passing, body, JSON_TYPE)
              : sendAnswer(response, get.answer),
          );
          resultOf(await bench.call(bench.client(server.base), get), `the attempt after ${what}`);
          sent(server, 2, `, the first of which was answered with ${what}`);
        }
      }),
  },
  {
    id: "errors/odd-bodies",
    title: "Whatever stands in an error answer, it is the status's error, and can be printed.",
    reason: "What fails has seldom a body that anybody has tested.",
    source: json("8.1"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        for (const [what, body, fields] of ODD) {
          const server = await bench.serve((_, response) => send(response, 400, body, fields));
          const error = statusError(await bench.call(bench.client(server.base), get), 400, what);
          promise(bench.isError(error, "APIError"), `${what}: ${brief(error)} was thrown, no APIError`);
          promise(
            error.message.length > 3 && !/undefined|\[object/.test(error.message),
            `${what}: the message is ${brief(error.message)}`,
          );
          sent(server, 1, `, which is answered with ${what}`);
        }
      }),
  },
  {
    id: "errors/caller-frames",
    title: "The stack of an error names the code that made the call.",
    reason:
      "Stacks that end within the client put all failures of a program into one, wherever they come from.",
    source: issue("stripe/stripe-node", 2688),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const judge = (outcome: Outcome, what: string): void => {
          const { stack = "" } = errorOf(outcome, what);
          promise(
            stack.includes(callerOfTheFault.name),
            `${what}: the caller does not stand in the stack: ${brief(stack.split("\n").slice(1).join(" "))}`,
          );
        };
        for (const [what, handle] of FAILURES) {
          const server = await bench.serve(handle);
          const client = bench.client(server.base, { maxRetries: 0 });
          judge(await outcomeOf(() => callerOfTheFault(bench, client, get)), what);
        }
        bench.clock.fate = (delay) => (delay <= 100 ? "real" : "hold");
        const silent = await bench.serve(() => {});
        const client = bench.client(silent.base, { maxRetries: 0, timeout: 100 });
        judge(await outcomeOf(() => callerOfTheFault(bench, client, get)), "a timeout");
      }),
  },
];
