import { isDeepStrictEqual } from "node:util";
import { gzipSync } from "node:zlib";
import { send, sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import type { Handler } from "../../bench/server.ts";
import { http, http1, issue, json, pull } from "../../sources.ts";
import { given, NO_READ, ordinary, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { promise } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";

/** What a call yields, compared with the example; pages by their whole body. */
async function yieldsExample(bench: Bench, probe: Probe, handle: Handler, what: string): Promise<void> {
  const server = await bench.serve(handle);
  const value = resultOf(await bench.call(bench.client(server.base, { maxRetries: 0 }), probe), what);
  const got = probe.paginations.length > 0 ? (value as { body?: unknown }).body : value;
  promise(isDeepStrictEqual(got, probe.yields), `${what}: the call yielded ${brief(got)}, not the example`);
}

async function lies(bench: Bench, probe: Probe, handle: Handler, what: string): Promise<void> {
  const server = await bench.serve(handle);
  const error = errorOf(await bench.call(bench.client(server.base, { maxRetries: 0 }), probe), what);
  promise(
    bench.isError(error, "APIResponseError"),
    `${what}: ${brief(error)} was thrown, an APIResponseError was expected`,
  );
  promise(error.status === 200, `${what}: error.status is ${String(error.status)}, 200 expected`);
  promise(error.message.length < 2000, `${what}: the message has ${error.message.length} characters`);
}

const text = (probe: Probe): string => probe.answer.body.toString();

/** An operation that answers JSON in an object. */
function object(target: Target): Probe | undefined {
  return ordinary(
    target,
    (one) =>
      one.method === "GET" &&
      one.returns === "json" &&
      one.paginations.length === 0 &&
      typeof one.yields === "object" &&
      !Array.isArray(one.yields),
  );
}

const NO_OBJECT = "no GET operation answers a plain JSON object";

export const answerCases: readonly FaultCase[] = [
  {
    id: "body/html-200",
    title: "HTML with 200 is an APIResponseError with status and excerpt, not a SyntaxError.",
    reason: "Captive portals, proxies and login pages answer 200 with HTML.",
    source: issue("fingerprintjs/node-sdk", 204),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        lies(
          bench,
          get,
          (_, response) =>
            send(response, 200, `<!doctype html><title>Sign in</title>${" ".repeat(50_000)}`, {
              "content-type": "text/html",
            }),
          "HTML with 200",
        ),
      ),
  },
  {
    id: "body/truncated-json",
    title: "JSON that breaks off in a complete message is an APIResponseError.",
    reason: "A server that dies while it writes may still end its message in good order.",
    source: json("2"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        lies(
          bench,
          get,
          (_, response) =>
            send(response, 200, text(get).slice(0, -2), { "content-type": "application/json" }),
          "JSON that breaks off",
        ),
      ),
  },
  {
    id: "body/empty-200",
    title: "An empty 200 where a value is declared is an APIResponseError.",
    reason: "The caller's code reads fields of a value that is not there.",
    source: json("2"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        lies(
          bench,
          get,
          (_, response) => send(response, 200, "", { "content-type": "application/json" }),
          "an empty 200",
        ),
      ),
  },
  {
    id: "body/unexpected-204",
    title: "A 204 where a value is declared yields undefined, not an exception of the parser.",
    reason: "204 says that there is no content, and that is no failure.",
    source: http("15.3.5"),
    prepare(target) {
      return given(object(target), NO_OBJECT, async (get, bench) => {
        const server = await bench.serve((_, response) => response.writeHead(204).end());
        const value = resultOf(await bench.call(bench.client(server.base), get), "a 204");
        promise(value === undefined || value === null, `a 204 yielded ${brief(value)}`);
      });
    },
  },
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
    id: "body/cut-gzip",
    title: "A compressed body that is cut short is an error, never a part of the value.",
    reason: "What a decompressor made of the first half may even parse.",
    source: http("8.4.1.3"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const whole = gzipSync(get.answer.body);
        const server = await bench.serve((_, response) => {
          const half = whole.subarray(0, whole.length >> 1);
          response.writeHead(200, {
            "content-type": "application/json",
            "content-encoding": "gzip",
            "content-length": String(half.length),
          });
          response.end(half);
        });
        const error = errorOf(
          await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
          "half a gzip body",
        );
        const known = ["APIConnectionError", "APIResponseError"].some((name) => bench.isError(error, name));
        promise(known, `${brief(error)} was thrown; an APIConnectionError or APIResponseError was expected`);
      });
    },
  },
  {
    id: "body/cut-body",
    title: "A body shorter than its Content-Length is an error on every attempt, never a part of the value.",
    reason: "A message that is incomplete must not be taken for a whole one.",
    source: http1("8"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => {
          response.writeHead(200, {
            "content-type": "application/json",
            "content-length": String(get.answer.body.length + 10),
          });
          response.write(get.answer.body, () => setImmediate(() => response.socket?.destroy()));
        });
        const error = errorOf(await bench.call(bench.client(server.base), get), "a body that lacks its end");
        promise(
          bench.isError(error, "APIConnectionError"),
          `${brief(error)} was thrown, an APIConnectionError was expected`,
        );
        sent(server, 3);
      });
    },
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
    id: "body/not-http",
    title: "An answer that is no HTTP is an APIConnectionError.",
    reason:
      "Wrong ports answer with other protocols; the caller must be able to catch that like any lost connection.",
    source: http1("2.2"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serveRaw((socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n"));
        const error = errorOf(
          await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
          "an answer of another protocol",
        );
        promise(
          bench.isError(error, "APIConnectionError"),
          `${brief(error)} was thrown, an APIConnectionError was expected`,
        );
      });
    },
  },
  {
    id: "body/binary",
    title: "A binary answer is handed over byte by byte.",
    reason: "Reading bytes as text replaces what is no UTF-8.",
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
        promise(isDeepStrictEqual(got, value), `the call yielded ${brief(got)}`);
      });
    },
  },
];

/** The example with one of its parts exchanged. */
function replace(whole: unknown, part: unknown, by: unknown): unknown {
  if (whole === part) return by;
  if (typeof whole !== "object" || whole === null) return whole;
  return Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, replace(value, part, by)]));
}
