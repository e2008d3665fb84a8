import { reset, sendAnswer, sendCut } from "../../bench/answers.ts";
import { patiently } from "../../bench/patience.ts";
import { startServer } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { http, http1, issue } from "../../sources.ts";
import { given, NO_POST, NO_READ, reading, writing } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent } from "../judge.ts";

export const retryConnectionCases: readonly FaultCase[] = [
  {
    id: "retry/post-after-reset",
    title: "A POST without a key is not sent again when the connection is lost after it was sent.",
    reason: "A lost connection leaves open whether the server acted.",
    source: http1("9.3.1"),
    prepare(target) {
      return given(writing(target), NO_POST, async (post, bench) => {
        const server = await bench.serve((_, response) => reset(response));
        const error = errorOf(await bench.call(bench.client(server.base), post), "a reset connection");
        sent(server, 1, "of POST");
        promise(
          bench.isError(error, "APIConnectionError"),
          `${error.name} was thrown, an APIConnectionError was expected`,
        );
      });
    },
  },
  {
    id: "retry/post-after-timeout",
    title: "A POST without a key that times out is not sent again.",
    reason: "A slow server is most likely still working on the first one.",
    source: issue("softonic/axios-retry", 66),
    prepare(target) {
      return given(writing(target), NO_POST, async (post, bench) => {
        bench.clock.fate = (delay) => (delay <= 300 ? "real" : "now");
        const server = await bench.serve(() => {});
        const error = errorOf(await bench.call(bench.client(server.base, { timeout: 300 }), post), "silence");
        sent(server, 1, "of POST");
        promise(
          bench.isError(error, "APIConnectionTimeoutError"),
          `${error.name} was thrown, an APIConnectionTimeoutError was expected`,
        );
      });
    },
  },
  {
    id: "retry/post-cut-answer",
    title: "A POST without a key whose answer is cut short is not sent again, and yields no half value.",
    reason: "The answer began: the request was done.",
    source: http1("8"),
    prepare(target) {
      const post = writing(target);
      return given(
        post?.returns === "json" ? post : undefined,
        "no POST without a key answers JSON",
        async (found, bench) => {
          const server = await bench.serve((_, response) => sendCut(response, found.answer));
          errorOf(await bench.call(bench.client(server.base), found), "a cut answer");
          sent(server, 1, "of POST");
        },
      );
    },
  },
  {
    id: "retry/post-refused",
    title: "A request that provably was not sent is repeated, whatever its method.",
    reason: "A refused connection proves that the server has not seen the request.",
    source: http("9.2.2"),
    prepare(target) {
      return given(writing(target), NO_POST, async (post, bench) => {
        const gone = await startServer(() => {});
        await gone.close();
        let arrived = 0;
        bench.clock.onWait = async () => {
          bench.clock.onWait = undefined;
          await bench.serve((_, response) => {
            arrived += 1;
            sendAnswer(response, post.answer);
          }, gone.port);
        };
        resultOf(await bench.call(bench.client(gone.base), post), "a server that comes back");
        promise(arrived === 1, `the server that came back saw ${arrived} requests, 1 expected`);
      });
    },
  },
  {
    id: "retry/get-after-reset",
    title: "A GET is sent again when the connection is lost.",
    reason:
      "Servers close idle connections at any time, also in the moment in which a request is sent on one.",
    source: http1("9.3.1"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((request, response) =>
          request.number === 1 ? reset(response) : sendAnswer(response, get.answer),
        );
        resultOf(await bench.call(bench.client(server.base), get), "the second attempt");
        sent(server, 2);
      });
    },
  },
  {
    id: "retry/get-after-cut",
    title: "A GET whose answer is cut short is sent again: the body belongs to the attempt.",
    reason: "A message shorter than its Content-Length is incomplete, and must not be taken for a whole one.",
    source: http1("8"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((request, response) =>
          request.number === 1 ? sendCut(response, get.answer) : sendAnswer(response, get.answer),
        );
        resultOf(await bench.call(bench.client(server.base), get), "the second attempt");
        sent(server, 2);
      });
    },
  },
  {
    id: "retry/get-after-timeout",
    title: "A GET that times out is sent again, with a timeout of its own.",
    reason: "The timeout is an attempt's: one hung connection must not cost the whole call.",
    source: http("9.2.1"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        await patiently([150, 1000], async (timeout) => {
          bench.clock.fate = (delay) => (delay <= timeout ? "real" : "now");
          const server = await bench.serve((request, response) =>
            request.number === 1 ? undefined : sendAnswer(response, get.answer),
          );
          resultOf(await bench.call(bench.client(server.base, { timeout }), get), "the second attempt");
          sent(server, 2);
        });
      });
    },
  },
];
