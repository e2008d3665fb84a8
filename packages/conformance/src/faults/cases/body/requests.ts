import { sendAnswer } from "../../bench/answers.ts";
import { http, json, openapi, uri } from "../../sources.ts";
import { given, NO_READ, ordinary, reading, sendingJson } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { promise } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";

const NO_JSON_BODY = "no operation takes a JSON object as its body";

export const requestCases: readonly FaultCase[] = [
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
    id: "body/none-on-get",
    title: "A GET has no body and no Content-Type, and says what it accepts.",
    reason: "Some servers and gateways refuse a GET with content.",
    source: http("9.3.1"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        resultOf(await bench.call(bench.client(server.base), get), "a GET");
        const [request] = server.requests;
        promise(request?.body.length === 0, "the GET had a body");
        promise(
          request?.headers["content-type"] === undefined,
          `the GET had the content type ${request?.headers["content-type"]}`,
        );
        promise(/json/.test(request?.headers.accept ?? ""), `the GET accepts ${request?.headers.accept}`);
      });
    },
  },
  {
    id: "body/upload-name",
    title: "A file name cannot break out of its multipart header.",
    reason: "A quote or a line break in a name would end the header and begin another part.",
    source: { name: "RFC 7578 §4.2", url: "https://www.rfc-editor.org/rfc/rfc7578#section-4.2" },
    prepare(target) {
      const probe = ordinary(
        target,
        (one) => one.sends?.startsWith("multipart/") === true && fileField(one.arguments({})) !== undefined,
      );
      return given(probe, "no operation uploads a file in a multipart body", async (found, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        const field = fileField(found.arguments({})) ?? "";
        const file = new File(["content"], 'a"\r\nX-Evil: 1\r\n\r\n.txt');
        resultOf(
          await bench.call(bench.client(server.base), found, { params: { [field]: file } }),
          "a file with a hostile name",
        );
        const body = server.requests[0]?.body.toString() ?? "";
        promise(body.includes("content"), "the file did not arrive");
        promise(!/^X-Evil:/m.test(body), "the name made a header of its own");
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
  {
    id: "body/header-values",
    title: "A header that holds a line break is refused, and null removes a header.",
    reason: "A line break in a value would begin another header, or another request.",
    source: http("5.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, { defaultHeaders: { "x-default": "1" } });
        errorOf(
          await bench.call(client, get, { options: { headers: { "x-odd": "a\r\nX-Evil: 1" } } }),
          "a line break in a header",
        );
        sent(server, 0);
        resultOf(
          await bench.call(client, get, { options: { headers: { "x-default": null, "x-mine": "2" } } }),
          "headers of the call",
        );
        const { headers } = server.requests[0] ?? { headers: {} as Record<string, string> };
        promise(headers["x-default"] === undefined, "null did not remove the header");
        promise(headers["x-mine"] === "2", "the call's own header is missing");
      });
    },
  },
  {
    id: "body/user-agent",
    title: "Requests name the client and its version.",
    reason: "A vendor that sees a misbehaving client must be able to tell which one it is.",
    source: http("10.1.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        resultOf(await bench.call(bench.client(server.base), get), "a GET");
        const agent = server.requests[0]?.headers["user-agent"] ?? "";
        promise(
          /^[\w!#$%&'*+.^`|~-]+\/\d+\.\d+/.test(agent) && !/^(node|undici)\b/.test(agent),
          `the user agent is ${brief(agent)}`,
        );
      });
    },
  },
];

/** The name of the first argument that is a file. */
function fileField(args: readonly unknown[]): string | undefined {
  const params = args.find(
    (one) =>
      typeof one === "object" && one !== null && Object.values(one).some((value) => value instanceof Blob),
  );
  return Object.entries((params ?? {}) as Record<string, unknown>).find(
    ([, value]) => value instanceof Blob,
  )?.[0];
}
