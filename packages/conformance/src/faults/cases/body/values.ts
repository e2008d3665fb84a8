import { sendAnswer } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { json, openapi, uri } from "../../sources.ts";
import { given, NO_READ, reading, sendingJson } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { NO_JSON_BODY } from "./file-field.ts";

export const valueCases: readonly FaultCase[] = [
  {
    id: "body/undefined-and-null",
    title: "undefined is left out of a body, null is sent.",
    reason: "The one means 'as it is', the other 'none'.",
    source: json("3"),
    prepare(target) {
      return given(sendingJson(target), NO_JSON_BODY, async (probe, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const params = { extra_undefined: undefined, extra_null: null };
        resultOf(await bench.call(bench.client(server.base), probe, { params }), "undefined and null");
        const body = server.requests[0]?.json as Record<string, unknown>;
        promise(!Object.hasOwn(body ?? {}, "extra_undefined"), "undefined was sent");
        promise(Object.hasOwn(body ?? {}, "extra_null") && body.extra_null === null, "null was not sent");
      });
    },
  },
  {
    id: "body/dates",
    title: "A Date is sent as an ISO 8601 text, and an invalid one is refused.",
    reason: "JSON.stringify turns an invalid date into null without a word.",
    source: openapi("Data Types", "data-types"),
    prepare(target) {
      return given(sendingJson(target), NO_JSON_BODY, async (probe, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const client = bench.client(server.base);
        resultOf(await bench.call(client, probe, { params: { at: new Date(0) } }), "a date");
        const { at } = (server.requests[0]?.json ?? {}) as { at?: unknown };
        promise(at === "1970-01-01T00:00:00.000Z", `the date arrived as ${brief(at)}`);
        errorOf(await bench.call(client, probe, { params: { at: new Date(Number.NaN) } }), "an invalid date");
        sent(server, 1);
      });
    },
  },
  {
    id: "body/big-integers",
    title: "A bigint is sent with all its digits.",
    reason: "JSON.stringify throws on it, and Number() rounds it to another id.",
    source: json("6"),
    prepare(target) {
      return given(sendingJson(target), NO_JSON_BODY, async (probe, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        resultOf(
          await bench.call(bench.client(server.base), probe, { params: { big: 9007199254740993n } }),
          "a bigint",
        );
        const body = server.requests[0]?.body.toString() ?? "";
        promise(/"big":\s*"?9007199254740993"?[,}]/.test(body), `the body arrived as ${brief(body)}`);
      });
    },
  },
  {
    id: "body/unserialisable",
    title: "What cannot be written as JSON is refused before anything is sent, never dropped.",
    reason: "JSON.stringify drops functions and symbols and turns NaN into null.",
    source: json("6"),
    prepare(target) {
      return given(sendingJson(target), NO_JSON_BODY, async (probe, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const client = bench.client(server.base);
        const cycle: Record<string, unknown> = {};
        cycle.self = cycle;
        for (const odd of [cycle, () => 1, Symbol("s"), Number.NaN, Number.POSITIVE_INFINITY])
          errorOf(await bench.call(client, probe, { params: { odd } }), `a body with ${typeof odd}`);
        sent(server, 0);
      });
    },
  },
  {
    id: "body/content-length",
    title: "A body of many alphabets arrives whole, as UTF-8.",
    reason: "A length that is counted in characters cuts the body.",
    source: json("8.1"),
    prepare(target) {
      return given(sendingJson(target), NO_JSON_BODY, async (probe, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const odd = 'Zoë 東京 🇮🇹 \u0000 \u2028 " \\';
        resultOf(
          await bench.call(bench.client(server.base), probe, { params: { odd } }),
          "a body of many alphabets",
        );
        const [request] = server.requests;
        promise(
          (request?.json as { odd?: unknown } | undefined)?.odd === odd,
          "the text was changed on its way",
        );
        promise(
          /^application\/json\b/.test(request?.headers["content-type"] ?? ""),
          `content-type is ${request?.headers["content-type"]}`,
        );
      });
    },
  },
  {
    id: "body/query-values",
    title: "Query values arrive as they were: reserved characters, spaces, many alphabets, big numbers.",
    reason: "An unencoded & or # ends the value; a + is read as a space.",
    source: uri("2.2"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const query = {
          odd: "a&b=c#d+e f/ü%41\r\n",
          big: 9007199254740993n,
          at: new Date(0),
          none: undefined,
        };
        resultOf(
          await bench.call(bench.client(server.base), get, { options: { query } }),
          "odd query values",
        );
        const got = server.requests[0]?.query;
        promise(got?.get("odd") === query.odd, `the text arrived as ${brief(got?.get("odd"))}`);
        promise(got.get("big") === "9007199254740993", `the bigint arrived as ${brief(got.get("big"))}`);
        promise(got.get("at") === "1970-01-01T00:00:00.000Z", `the date arrived as ${brief(got.get("at"))}`);
        promise(!got.has("none"), "undefined was sent");
      });
    },
  },
];
