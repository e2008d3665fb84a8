import { reset, sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { bearer, issue, pull, weakness } from "../../sources.ts";
import { CANARY } from "../../target/credentials.ts";
import { given, NO_SECURED_READ, secured, securedReading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, printed, resultOf } from "../judge.ts";
import { hides } from "./hides.ts";

export const printCases: readonly FaultCase[] = [
  {
    id: "secrets/inspect-client",
    title: "No key can be seen in a printed client: inspect at any depth, JSON, a structured clone.",
    reason: "console.log(client) is the first thing that is done when something does not work.",
    source: pull("recurly/recurly-client-node", 6),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base) as { withOptions?: (options: object) => object };
        hides(printed(client), "a new client");
        resultOf(await bench.call(client, get), "a call");
        hides(printed(client), "a client that was used");
        if (client.withOptions) hides(printed(client.withOptions({ timeout: 1000 })), "a copy of the client");
      });
    },
  },
  {
    id: "secrets/inspect-result",
    title: "No key can be seen in what a call returns, its promise and its page.",
    reason: "Results that hold their client print its key with every record.",
    source: issue("Airtable/airtable.js", 82),
    prepare(target) {
      return given(
        secured(target, (one) => one.isPaged) ?? securedReading(target),
        NO_SECURED_READ,
        async (get, bench) => {
          const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
          const client = bench.client(server.base);
          const started = bench.start(client, get);
          hides(printed(started), "the promise");
          hides(printed(await started), "the result");
          const full = bench.start(client, get) as { withResponse?: () => Promise<unknown> };
          if (full.withResponse) hides(printed(await full.withResponse()), "withResponse()");
        },
      );
    },
  },
  {
    id: "secrets/errors",
    title: "No key can be seen in an error, its stack, its fields and its causes.",
    reason: "Errors are printed whole, and sent to services that collect them.",
    source: weakness(209),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const faults: readonly (readonly [string, Parameters<Bench["serve"]>[0]])[] = [
          ["a 401", (_, response) => sendJson(response, 401, {})],
          ["a reset", (_, response) => reset(response)],
          ["HTML", (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>")],
          [
            "a redirect",
            (request, response) =>
              response.writeHead(302, { location: `http://localhost:1${request.target}` }).end(),
          ],
        ];
        for (const [what, handle] of faults) {
          const server = await bench.serve(handle);
          hides(
            printed(errorOf(await bench.call(bench.client(server.base, { maxRetries: 0 }), get), what)),
            `the error of ${what}`,
          );
        }
        const client = bench.client("http://127.0.0.1:9", { maxRetries: 0 });
        hides(
          printed(errorOf(await bench.call(client, get), "a refused connection")),
          "the error of a refused connection",
        );
      });
    },
  },
  {
    id: "secrets/echo",
    title: "A key that the server repeats in its error is taken out of it.",
    reason: "'Invalid API key: sk-…' is a common message of servers.",
    source: pull("Unstructured-IO/unstructured-api", 578),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        // As it is, and as JSON of .NET and PHP has what is not a letter.
        for (const sign of ["-", "\\u002D", "\\u002d"]) {
          const server = await bench.serve((request, response) => {
            // Of HTTP basic the password, which comes last: names of users are not secrets.
            const secret = request.wire.match(new RegExp(`${CANARY}[\\w-]*`, "g"))?.at(-1) ?? "";
            const told = `key ${secret.replaceAll("-", sign)} is invalid`;
            response.writeHead(403, {
              "content-type": "application/json",
              "www-authenticate": `Key error="${secret} is invalid"`,
            });
            response.end(`{"error":"${told}","message":"${told}","detail":"${told}"}`);
          });
          const error = errorOf(
            await bench.call(bench.client(server.base), get),
            "an error that repeats the key",
          );
          hides(error.message, "the error's message");
          hides(printed(error), "the error");
        }
      });
    },
  },
  {
    id: "secrets/token",
    title: "A token that a key was exchanged for is as secret as the key.",
    reason: "A bearer token is good for whoever has it.",
    source: bearer("5.2"),
    prepare(target) {
      const scheme = [...target.auth.schemes.values()].find((one) => one.exchange !== undefined);
      const exchange = scheme?.exchange;
      const login = target.probes.find((one) => one.id === exchange?.operation);
      const probe = target.probes.find(
        (one) => one !== login && one.schemes.some(({ id }) => id === scheme?.id),
      );
      if (scheme === undefined || exchange === undefined || login === undefined)
        return "the document declares no token exchange";
      return given(probe, "no operation takes the token", async (found, bench) => {
        const token = `${CANARY}-token`;
        const server = await bench.serve((request, response) =>
          request.path.endsWith(login.operation.path)
            ? sendJson(
                response,
                200,
                JSON.parse(
                  login.answer.body
                    .toString()
                    .replaceAll(
                      JSON.stringify(readToken(login.answer.value, exchange.token)),
                      JSON.stringify(token),
                    ),
                ),
              )
            : sendJson(response, request.headers.authorization === `Bearer ${token}` ? 404 : 500, {}),
        );
        const client = bench.client(server.base, {
          [scheme.option]: undefined,
          [exchange.option]: `${CANARY}-key`,
        });
        const error = errorOf(await bench.call(client, found), "a 404");
        promise(error.status === 404, `error.status is ${String(error.status)}: the token was not sent`);
        hides(printed(error), "the error");
        hides(printed(client), "the client");
      });
    },
  },
];

function readToken(value: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .reduce<unknown>((one, name) => (one as Record<string, unknown> | undefined)?.[name], value);
}
