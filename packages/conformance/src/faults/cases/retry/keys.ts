import { reset, sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { http, http1, issue } from "../../sources.ts";
import { given, keyed, NO_KEYED, NO_POST, writing } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent, statusError } from "../judge.ts";

/** The caller's key where the client makes none. */
export function keyOptions(probe: Probe): Readonly<Record<string, unknown>> {
  return probe.keys === "auto" ? {} : { idempotencyKey: "callers-key-1" };
}

/** The keys that arrived, in order. */
function keysOf(
  server: { readonly requests: readonly { readonly headers: Readonly<Record<string, string>> }[] },
  probe: Probe,
): readonly (string | undefined)[] {
  return server.requests.map((request) => request.headers[probe.keyHeader ?? ""]);
}

async function repeatsWithOneKey(bench: Bench, post: Probe, fail: "status" | "reset"): Promise<void> {
  const server = await bench.serve((request, response) => {
    if (request.number > 1) sendAnswer(response, post.answer);
    else if (fail === "reset") reset(response);
    else sendJson(response, bench.target.policy.isRetriable(503) ? 503 : 500, {});
  });
  const options = keyOptions(post);
  resultOf(await bench.call(bench.client(server.base), post, { options }), "the second attempt");
  sent(server, 2, "of a keyed POST");
  const [first, second] = keysOf(server, post);
  promise(first !== undefined && first !== "", "the first attempt carried no key");
  promise(first === second, `the attempts carried different keys: ${first} and ${second}`);
  if (options.idempotencyKey)
    promise(first === options.idempotencyKey, `the key ${first} was sent, not the caller's`);
}

/** Keyed operations that the policy allows to be repeated. */
export const repeatable = (probe: Probe | undefined): Probe | undefined =>
  probe?.retry === "never" ? undefined : probe;

export const retryKeyCases: readonly FaultCase[] = [
  {
    id: "retry/keyed-after-5xx",
    title: "A keyed POST is repeated after a server error, under the same key.",
    reason:
      "The key lets the server do it once however often it is sent; a new key per attempt would undo that.",
    source: http("9.2.2"),
    prepare: (target) =>
      given(repeatable(keyed(target)), NO_KEYED, (post, bench) => repeatsWithOneKey(bench, post, "status")),
  },
  {
    id: "retry/keyed-after-reset",
    title: "A keyed POST is repeated when the connection is lost, under the same key.",
    reason: "The lost answer is what keys are for.",
    source: http1("9.3.1"),
    prepare: (target) =>
      given(repeatable(keyed(target)), NO_KEYED, (post, bench) => repeatsWithOneKey(bench, post, "reset")),
  },
  {
    id: "retry/conflict-after-lost",
    title: "After a lost attempt a 409 under the same key is asked again, until the server is done.",
    reason:
      "The lost attempt may still be under way, which servers answer by 409: taken for final, it hides that the thing was made.",
    source: issue("stripe/stripe-node", 559),
    prepare: (target) =>
      given(repeatable(keyed(target)), NO_KEYED, async (post, bench) => {
        const server = await bench.serve((request, response) => {
          if (request.number === 1) return reset(response);
          if (request.number === 2) return sendJson(response, 409, {}, { "retry-after": "1" });
          return sendAnswer(response, post.answer);
        });
        const options = keyOptions(post);
        resultOf(await bench.call(bench.client(server.base), post, { options }), "the third attempt");
        sent(server, 3, "of a keyed POST");
        promise(new Set(keysOf(server, post)).size === 1, "the attempts carried different keys");
      }),
  },
  {
    id: "retry/key-per-call",
    title: "Two calls have two keys.",
    reason:
      "A key that is made per client, or of the arguments, makes the server drop the second call silently.",
    source: http("9.2.2"),
    prepare(target) {
      return given(
        keyed(target, "auto"),
        "no operation has keys that the client makes",
        async (post, bench) => {
          const server = await bench.serve((_, response) => sendAnswer(response, post.answer));
          const client = bench.client(server.base);
          for (let call = 0; call < 2; call += 1) resultOf(await bench.call(client, post), "a keyed call");
          const [first, second] = keysOf(server, post);
          promise(first !== undefined && second !== undefined, "a call went out without a key");
          promise(first !== second, `both calls carried the key ${first}`);
        },
      );
    },
  },
  {
    id: "retry/key-only-by-caller",
    title: "Where keys are the caller's, a call without one carries none and is not repeated.",
    reason:
      "A key that the caller does not know cannot be used to ask again; the vendor wants it to be the caller's.",
    source: http("9.2.2"),
    prepare(target) {
      return given(
        keyed(target, "explicit"),
        "no operation leaves the key to the caller",
        async (post, bench) => {
          const server = await bench.serve((_, response) => sendJson(response, 503, {}));
          statusError(await bench.call(bench.client(server.base), post), 503, "a POST without a key");
          sent(server, 1, "of POST without a key");
          promise(keysOf(server, post)[0] === undefined, "a key was sent that the caller did not give");
        },
      );
    },
  },
  {
    id: "retry/key-blank",
    title: "A blank key is refused before anything is sent.",
    reason: "A blank key is an empty variable: every call would share it.",
    source: http("5.5"),
    prepare(target) {
      return given(keyed(target), NO_KEYED, async (post, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, post.answer));
        const client = bench.client(server.base);
        for (const idempotencyKey of ["", "  ", "\t"])
          errorOf(
            await bench.call(client, post, { options: { idempotencyKey } }),
            `the key ${JSON.stringify(idempotencyKey)}`,
          );
        sent(server, 0);
      });
    },
  },
  {
    id: "retry/key-undeclared",
    title: "A key for an operation that takes none is refused before anything is sent.",
    reason: "The server would ignore it, and the caller would believe to be safe.",
    source: http("9.2.2"),
    prepare(target) {
      return given(writing(target), NO_POST, async (post, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, post.answer));
        errorOf(
          await bench.call(bench.client(server.base), post, { options: { idempotencyKey: "key-1" } }),
          "an undeclared key",
        );
        sent(server, 0);
      });
    },
  },
  {
    id: "retry/key-on-error",
    title: "The error of a keyed call tells its key.",
    reason: "Whoever repeats the call later, by hand or by a queue, must do it under the same key.",
    source: issue("softonic/axios-retry", 66),
    prepare(target) {
      return given(keyed(target), NO_KEYED, async (post, bench) => {
        const server = await bench.serve((_, response) => sendJson(response, 400, {}));
        const error = statusError(
          await bench.call(bench.client(server.base), post, { options: keyOptions(post) }),
          400,
          "a keyed POST",
        );
        const [key] = keysOf(server, post);
        promise(
          key !== undefined && error.idempotencyKey === key,
          `error.idempotencyKey is ${String(error.idempotencyKey)}, the server saw ${key}`,
        );
      });
    },
  },
];
