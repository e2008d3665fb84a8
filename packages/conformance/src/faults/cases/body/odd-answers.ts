import { isDeepStrictEqual } from "node:util";
import { asWritten } from "../../../as-written.ts";
import { send, sendAnswer, sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http, json, pull } from "../../sources.ts";
import { given, NO_READ, ordinary, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, resultOf } from "../judge.ts";
import { NO_OBJECT, object, replace, text, yieldsExample } from "./examples.ts";

export const oddAnswerCases: readonly FaultCase[] = [
  {
    id: "body/json-as-text",
    title: "JSON that calls itself text/plain is read as JSON.",
    reason: "Object stores and misconfigured proxies label everything as text.",
    source: http("8.3"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        yieldsExample(
          bench,
          get,
          (_, response) => send(response, 200, text(get), { "content-type": "text/plain; charset=utf-8" }),
          "JSON as text/plain",
        ),
      ),
  },
  {
    id: "body/byte-order-mark",
    title: "A byte order mark before the JSON is passed over.",
    reason: "Senders must not add one, and some do; receivers may ignore it.",
    source: json("8.1"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        yieldsExample(
          bench,
          get,
          (_, response) => send(response, 200, `\uFEFF${text(get)}`, { "content-type": "application/json" }),
          "a byte order mark",
        ),
      ),
  },
  {
    id: "body/json-suffix",
    title: "application/problem+json and unusual parameters are JSON as well.",
    reason: "Media types are compared without case and without their parameters.",
    source: http("8.3.1"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        yieldsExample(
          bench,
          get,
          (_, response) =>
            send(response, 200, text(get), { "content-type": 'Application/Vnd.Example+JSON; profile="a;b"' }),
          "a +json type",
        ),
      ),
  },
  {
    id: "body/prototype",
    title: "__proto__ and constructor in an answer change no prototype.",
    reason: "Merging parsed JSON into objects lets a server set fields of every object in the process.",
    source: pull("DataDog/browser-sdk", 4820),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},';
        const body = text(get).startsWith("{") ? evil + text(get).slice(1) : `[${evil.slice(0, -1)}}]`;
        const server = await bench.serve((request, response) =>
          send(response, request.number === 1 ? 200 : 400, body, { "content-type": "application/json" }),
        );
        const client = bench.client(server.base);
        for (let call = 0; call < 2; call += 1) {
          const outcome = await bench.call(client, get);
          const value = outcome.ok ? outcome.value : outcome.error;
          promise(!("polluted" in {}), "Object.prototype was changed");
          const inherited = (value as { polluted?: unknown } | undefined)?.polluted;
          promise(inherited === undefined, "the value inherits from what the server sent");
        }
      });
    },
  },
  {
    id: "body/early-hints",
    title: "Informational answers before the final one are passed over.",
    reason: "A client must be able to take 1xx answers at any time.",
    source: http("15.2"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        yieldsExample(
          bench,
          get,
          (_, response) =>
            response.writeEarlyHints({ link: "</style.css>; rel=preload" }, () =>
              sendAnswer(response, get.answer),
            ),
          "a 103 before the answer",
        ),
      ),
  },
  {
    id: "body/binary",
    title: "A binary answer is handed over byte by byte.",
    reason: "Reading bytes as text replaces what is not UTF-8.",
    source: http("8.3"),
    prepare(target) {
      const probe = ordinary(target, (one) => one.returns === "binary");
      return given(probe, "no operation answers with binary content", async (found, bench) => {
        const bytes = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
        const server = await bench.serve((_, response) =>
          sendAnswer(response, { ...found.answer, body: bytes }),
        );
        const value = resultOf(
          await bench.call(bench.client(server.base), found),
          "a binary answer",
        ) as Response;
        const got = Buffer.from(await value.arrayBuffer());
        promise(got.equals(bytes), "the bytes were changed");
      });
    },
  },
  {
    id: "body/unknown-fields",
    title: "Fields and values that the document does not know are handed on.",
    reason: "Vendors add fields and enum values at any time; that must not break an installed client.",
    source: json("4"),
    prepare(target) {
      return given(object(target), NO_OBJECT, async (get, bench) => {
        const pointer = get.yields === get.answer.value;
        const value = { ...(get.yields as object), brand_new: { nested: [1, "two", null] } };
        const server = await bench.serve((_, response) =>
          sendJson(response, 200, pointer ? value : replace(get.answer.value, get.yields, value)),
        );
        const got = resultOf(await bench.call(bench.client(server.base), get), "an unknown field");
        promise(
          isDeepStrictEqual(asWritten(get.extension, got, value), value),
          `the call yielded ${brief(got)}`,
        );
      });
    },
  },
  {
    id: "body/duplicate-headers",
    title: "Header fields that are there twice do no harm.",
    reason: "Proxies add what the server has sent already; the values arrive joined by a comma.",
    source: http("5.3"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        yieldsExample(
          bench,
          get,
          (_, response) =>
            sendAnswer(response, get.answer, {
              "content-type": ["application/json", "application/json"],
              "x-request-id": ["one", "two"],
              "retry-after": ["1", "3600"],
              date: ["Thu, 01 Jan 1970 00:00:00 GMT", "soon"],
            }),
          "fields that are there twice",
        ),
      ),
  },
];
