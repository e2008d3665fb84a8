import { drained, send } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http, issue, weakness } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, statusError } from "../judge.ts";

export const errorBodyCases: readonly FaultCase[] = [
  {
    id: "errors/html",
    title: "An HTML error of a proxy is the status's error, with the text, not a SyntaxError.",
    reason: "502 and 503 come from in front of the API and are HTML.",
    source: issue("fingerprintjs/node-sdk", 204),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const type of ["text/html", "application/json"]) {
          const server = await bench.serve((_, response) =>
            send(response, 502, "<html><h1>Bad Gateway</h1></html>", { "content-type": type }),
          );
          const error = statusError(
            await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
            502,
            `HTML as ${type}`,
          );
          promise(String(error.body).includes("Bad Gateway"), `error.body is ${brief(error.body)}`);
        }
      });
    },
  },
  {
    id: "errors/empty",
    title: "An error without a body is the status's error with a message of its own.",
    reason: "Reading fields of a body that is not there throws in the place where errors are made.",
    source: http("15.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const type of ["application/json", "text/plain"]) {
          const server = await bench.serve((_, response) =>
            send(response, 403, "", { "content-type": type }),
          );
          const error = statusError(
            await bench.call(bench.client(server.base), get),
            403,
            `an empty body as ${type}`,
          );
          promise(
            error.message.length > 3 && !/undefined|\[object/.test(error.message),
            `the message is ${brief(error.message)}`,
          );
        }
      });
    },
  },
  {
    id: "errors/huge",
    title: "A huge error body is kept in part, and not read to its end.",
    reason: "An error page of a gigabyte fills the memory of whoever logs it.",
    source: weakness(770),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        let written = 0;
        const server = await bench.serve(async (request, response) => {
          response.writeHead(400, { "content-type": "text/plain" });
          const chunk = "x".repeat(65_536);
          while (!request.abandoned && written < 64 * 2 ** 20) {
            written += chunk.length;
            if (!response.write(chunk)) await drained(response);
          }
          response.end();
        });
        const error = statusError(await bench.call(bench.client(server.base), get), 400, "a huge error body");
        const kept =
          typeof error.body === "string" ? error.body.length : JSON.stringify(error.body ?? "").length;
        promise(kept <= 70_000, `${kept} characters of the body are kept`);
        promise(error.message.length < 5000, `the message has ${error.message.length} characters`);
        promise(written < 32 * 2 ** 20, `${Math.round(written / 2 ** 20)} MB were read`);
      });
    },
  },
];
