import { gzipSync } from "node:zlib";
import { send } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http, http1, issue, json } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { lies, NO_OBJECT, object, text } from "./examples.ts";

export const lieCases: readonly FaultCase[] = [
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
    reason: "204 says that there is no content, and that is not a failure.",
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
    id: "body/not-http",
    title: "An answer that is not HTTP is an APIConnectionError.",
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
];
