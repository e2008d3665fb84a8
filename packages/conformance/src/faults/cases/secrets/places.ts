import { isDeepStrictEqual } from "node:util";
import { withValueAt } from "@trunkline/document";
import { send, sendAnswer, sendJson } from "../../bench/answers.ts";
import { BASE_PATH } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { http, issue, oauth, pull, weakness } from "../../sources.ts";
import { CANARY, canary } from "../../target/credentials.ts";
import type { FaultCase } from "../../types.ts";
import { trading } from "../credentials/token-vendor.ts";
import { brief, errorOf, printed, statusError } from "../judge.ts";
import { withSecret } from "./awkward.ts";
import { hides } from "./hides.ts";

/** One that can stand in a host, and in a field of a header. */
const PLAIN = `${CANARY}-0123456789-abcdef`;
/** What clients keep of an error's body. */
const KEPT = 65_536;

export const placeOfSecretCases: readonly FaultCase[] = [
  {
    id: "secrets/cut",
    title: "A key that the end of a body cuts in two is not shown by its beginning.",
    reason: "All but one character of a key are as good as the key.",
    source: weakness(209),
    prepare: (target) =>
      withSecret(target, PLAIN, async (probe, bench, client) => {
        const bodies: string[] = [`unknown key ${PLAIN.slice(0, -1)}`];
        for (let shown = CANARY.length; shown <= PLAIN.length; shown += 3)
          bodies.push(`${"x".repeat(KEPT - shown)}${PLAIN} and more`);
        for (const body of bodies) {
          const server = await bench.serve((_, response) => send(response, 403, body));
          const what = `an error of ${body.length} characters`;
          hides(printed(statusError(await bench.call(client(server.base), probe), 403, what)), what);
        }
      }),
  },
  {
    id: "secrets/header-fields",
    title: "A key in the header of an answer, of a success too, is shown by no hook and in no log.",
    reason: "Request ids are logged by everybody, and hooks feed what many people can read.",
    source: weakness(532),
    prepare: (target) =>
      withSecret(target, PLAIN, async (probe, bench, client) => {
        for (const status of [200, 403, 429]) {
          const seen: string[] = [];
          const see = (...values: unknown[]): void => void seen.push(...values.map(printed));
          const server = await bench.serve((_, response) => {
            const fields = {
              "x-request-id": PLAIN,
              "content-type": `application/json; key="${PLAIN}"`,
              "retry-after": PLAIN,
            };
            if (status === 200) sendAnswer(response, probe.answer, fields);
            else sendJson(response, status, {}, fields);
          });
          const watching = client(server.base, {
            logger: { error: see, warn: see, info: see, debug: see, trace: see, log: see },
            logLevel: "debug",
            hooks: { request: see, response: see, retry: see, error: see },
          });
          await bench.call(watching, probe);
          promise(seen.length >= 4, `hooks and log were told ${seen.length} times, 4 or more expected`);
          hides(seen.join("\n"), `what is told of a ${status}`);
        }
      }),
  },
  {
    id: "secrets/content-type",
    title:
      "A key in the media type, or in the body, of an answer of another type than promised is not shown.",
    reason: "The message names what came, and a proxy's page repeats the request.",
    source: http("8.3"),
    prepare: (target) =>
      withSecret(target, PLAIN, async (probe, bench, client) => {
        const body = `<pre>${`x-api-key: ${PLAIN}\n`.repeat(1000)}</pre>`;
        const server = await bench.serve((_, response) =>
          send(response, 200, body, { "content-type": `text/html; key="${PLAIN}"` }),
        );
        const error = errorOf(await bench.call(client(server.base), probe), "HTML in place of JSON");
        hides(error.message, "the error's message");
        hides(printed(error), "the error");
      }),
  },
  {
    id: "secrets/redirect-host",
    title: "A redirect to a host that is named like the key is refused without naming it.",
    reason: "The error says where a redirect leads, and a host is a place to carry a key away in.",
    source: weakness(601),
    prepare: (target) =>
      withSecret(target, PLAIN, async (probe, bench, client) => {
        for (const location of [
          `http://${PLAIN}.localhost:1/`,
          `http://a.${PLAIN.toUpperCase()}.localhost:1/`,
        ]) {
          const server = await bench.serve((_, response) => response.writeHead(302, { location }).end());
          const error = errorOf(await bench.call(client(server.base), probe), "a redirect to another host");
          promise(
            error.message.includes(server.origin),
            `the error does not name the server that redirects: ${brief(error)}`,
          );
          hides(printed(error), "the error");
        }
      }),
  },
  {
    id: "secrets/token-endpoint",
    title: "Nothing of what a token endpoint answers is shown: not of a broken answer, nor of an error.",
    reason: "The token in it is fresh, and nobody knows it yet who could take it out.",
    source: oauth("5.1"),
    prepare: (target) =>
      trading(target, async ({ exchange, login, probe }, bench) => {
        const whole = JSON.stringify(withValueAt(login.answer.value, exchange.token, PLAIN));
        const answers: readonly (readonly [what: string, status: number, body: string])[] = [
          ["that breaks off", login.answer.status, whole.slice(0, -1)],
          ["of HTML", login.answer.status, `<p>${PLAIN}</p>`],
          ["of another shape", login.answer.status, JSON.stringify({ other: [PLAIN] })],
          ["with status 400", 400, whole],
          [
            "with status 403 and a message",
            403,
            JSON.stringify({ message: PLAIN, error: { message: PLAIN } }),
          ],
        ];
        for (const [what, status, body] of answers) {
          const server = await bench.serve((request, response) =>
            request.path === BASE_PATH + login.operation.path
              ? send(response, status, body, { "content-type": "application/json" })
              : sendAnswer(response, probe.answer),
          );
          const none = Object.fromEntries(
            [...target.auth.schemes.values()]
              .filter((one) => one.exchange)
              .map((one) => [one.option, undefined]),
          );
          const client = bench.client(server.base, {
            ...none,
            [exchange.option]: canary("exchanged"),
            maxRetries: 0,
          });
          const error = errorOf(await bench.call(client, probe), `a token endpoint's answer ${what}`);
          hides(printed(error), `the error of an answer ${what}`);
        }
      }),
  },
  {
    id: "secrets/overlap",
    title: "Of a key that the server repeats twice, one within the end of the other, no tail is left.",
    reason: "A piece of a key helps to guess the rest.",
    source: pull("Unstructured-IO/unstructured-api", 578),
    prepare: (target) => {
      const secret = `${CANARY}-01-${CANARY}`;
      return withSecret(target, secret, async (probe, bench, client) => {
        const told = `unknown key ${secret}-01-${CANARY}-01-${CANARY}!`;
        const server = await bench.serve((_, response) =>
          sendJson(response, 403, { message: told, error: told, [told]: told }),
        );
        hides(printed(statusError(await bench.call(client(server.base), probe), 403, told)), "the error");
      });
    },
  },
  {
    id: "secrets/short-key",
    title: "A key of a few letters takes no words and no fields out of an error.",
    reason: "Tests use the key 'key', and read the codes of errors.",
    source: issue("Unleash/unleash-java-sdk", 206),
    prepare: (target) => {
      const body = {
        code: "invalid_api_key",
        key: { keys: ["monkey", "key_id", "api-key"], e: true, 1: 1 },
        message: "No such thing: keys",
      };
      return withSecret(target, "key", async (probe, bench, client) => {
        const server = await bench.serve((_, response) => sendJson(response, 404, body));
        const error = statusError(await bench.call(client(server.base), probe), 404, "a 404");
        promise(isDeepStrictEqual(error.body, body), `the error's body is ${JSON.stringify(error.body)}`);
      });
    },
  },
];
