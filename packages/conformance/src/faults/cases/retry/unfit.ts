import { sendAnswer } from "../../bench/answers.ts";
import type { Dispatcher } from "../../bench/dispatcher.ts";
import { promise } from "../../promise.ts";
import { issue, whatwg } from "../../sources.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, sent } from "../judge.ts";

/** What a dispatcher of another undici says to the handler of Node's fetch. */
function misfit(): never {
  throw Object.assign(new Error("invalid onRequestStart method"), {
    name: "InvalidArgumentError",
    code: "UND_ERR_INVALID_ARG",
  });
}

/** Answers as they are made up in tests, none of which is a Response. */
const FAKES: readonly (readonly [what: string, answer: unknown])[] = [
  ["nothing", undefined],
  ["a text", "{}"],
  ["an object with ok and json()", { ok: true, json: async () => ({}) }],
  [
    "an object with plain headers",
    { ok: true, status: 200, headers: {}, text: async () => "{}", json: async () => ({}) },
  ],
];

export const unfitCases: readonly FaultCase[] = [
  {
    id: "retry/foreign-dispatcher",
    title: "A dispatcher that does not fit the fetch is refused once, in words.",
    reason:
      "A dispatcher of one undici and the fetch of another never fit; as a lost connection it is tried three times.",
    source: issue("openai/openai-node", 1898),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        let asked = 0;
        const dispatcher: Dispatcher = {
          dispatch() {
            asked += 1;
            return misfit();
          },
        };
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, { fetchOptions: { dispatcher } });
        const error = errorOf(await bench.call(client, get), "a dispatcher that does not fit");
        promise(asked === 1, `the dispatcher was asked ${asked} times, once was expected`);
        promise(
          !bench.isError(error, "APIConnectionError"),
          `${brief(error)} was thrown, which is that of a lost connection`,
        );
        promise(
          /dispatcher/.test(error.message) && /fetch/.test(error.message),
          `the error does not say what does not fit: ${brief(error)}`,
        );
      }),
  },
  {
    id: "retry/no-response",
    title: "A fetch that resolves with what is not a Response is refused once, in words.",
    reason: "Tests make up answers; one that lacks its headers is not a lost connection that may come back.",
    source: whatwg("fetch", "Response class", "response-class"),
    prepare: (target) =>
      given(reading(target), NO_READ, async (get, bench) => {
        for (const [what, answer] of FAKES) {
          const asked: string[] = [];
          const fetch = async (url: unknown): Promise<unknown> => {
            asked.push(String(url));
            return answer;
          };
          const error = errorOf(
            await bench.call(bench.client("https://api.example", { fetch }), get),
            `a fetch that resolves with ${what}`,
          );
          sent({ requests: asked }, 1, `of a fetch that resolves with ${what}`);
          promise(/fetch/.test(error.message), `the error does not speak of fetch: ${brief(error)}`);
        }
      }),
  },
];
