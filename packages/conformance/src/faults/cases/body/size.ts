import { gzipSync } from "node:zlib";
import { drained, send } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http1, weakness } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, sent } from "../judge.ts";

const LIMIT = 100_000;
/** Ten times what is asked for, in a form that every reader of JSON takes. */
const LARGE = `{"data":{"name":"${"x".repeat(10 * LIMIT)}"}}`;

export const sizeCases: readonly FaultCase[] = [
  {
    id: "body/too-large",
    title: "An answer beyond maxResponseBytes is an error of its own, and is not asked for again.",
    reason: "Some kilobytes of gzip fill the memory of a process.",
    source: weakness(409),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        for (const encoding of ["identity", "gzip"]) {
          const body = Buffer.from(LARGE);
          const server = await bench.serve((_, response) =>
            send(response, 200, encoding === "gzip" ? gzipSync(body) : body, {
              "content-type": "application/json",
              "content-encoding": encoding,
            }),
          );
          const client = bench.client(server.base, { maxResponseBytes: LIMIT });
          const error = errorOf(await bench.call(client, get), `an answer of a megabyte (${encoding})`);
          promise(
            // A package that was emitted before the class was there throws it without exporting it.
            (error as Partial<Error>)?.name === "APIResponseTooLargeError",
            `${brief(error)} was thrown, an APIResponseTooLargeError was expected`,
          );
          sent(server, 1);
        }
      }),
  },
  {
    id: "body/endless",
    title: "An answer that does not end is left when maxResponseBytes is reached, and not asked for again.",
    reason: "Without a length there is nothing to judge it by, and a process reads until it is killed.",
    source: http1("8"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        let written = 0;
        const server = await bench.serve(async (request, response) => {
          response.writeHead(200, { "content-type": "application/json" });
          response.write('{"data":"');
          const chunk = "x".repeat(65_536);
          while (!request.abandoned && written < 64 * 2 ** 20) {
            written += chunk.length;
            if (!response.write(chunk)) await drained(response);
          }
          response.destroy();
        });
        const client = bench.client(server.base, { maxResponseBytes: LIMIT });
        const error = errorOf(await bench.call(client, get), "an answer that does not end");
        promise(
          error.name === "APIResponseTooLargeError",
          `${brief(error)} was thrown, an APIResponseTooLargeError was expected`,
        );
        sent(server, 1);
        promise(
          written < 16 * 2 ** 20,
          `${Math.round(written / 2 ** 20)} MB were taken of an answer beyond ${LIMIT} bytes`,
        );
      }),
  },
];
