import { inspect } from "node:util";
import { sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { json, weakness } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, statusError } from "../judge.ts";

const COOKIE = "session=fault-cookie-of-somebody";

export const printedCases: readonly FaultCase[] = [
  {
    id: "errors/as-json",
    title: "An error as JSON has its name, its message and its status.",
    reason: "Loggers and queues write errors as JSON, in which a plain Error has neither.",
    source: json("4"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) =>
          sendJson(response, 404, {}, { "set-cookie": COOKIE }),
        );
        const client = bench.client(server.base, { maxRetries: 0 });
        const error = statusError(await bench.call(client, get), 404, "a 404");
        const told = JSON.parse(JSON.stringify(error)) as Readonly<Record<string, unknown>>;
        for (const name of ["name", "message", "status"])
          promise(told[name] === error[name], `as JSON its ${name} is ${brief(told[name])}`);
        promise(!JSON.stringify(error).includes(COOKIE), "as JSON it shows a cookie");
      }),
  },
  {
    id: "errors/printed",
    title: "A printed error shows no cookie of its answer, and nothing that is undefined.",
    reason: "Errors are printed whole into logs that many people read.",
    source: weakness(532),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) =>
          sendJson(response, 404, {}, { "set-cookie": COOKIE }),
        );
        const client = bench.client(server.base, { maxRetries: 0 });
        const error = statusError(await bench.call(client, get), 404, "a 404");
        const shown = inspect(error, { depth: 9 });
        promise(!shown.includes(COOKIE), "it shows a cookie");
        promise(!/: undefined/.test(shown), "it shows fields that are undefined");
      }),
  },
];
