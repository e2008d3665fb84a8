import { sendAnswer } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http, whatwg } from "../../sources.ts";
import { CANARY } from "../../target/credentials.ts";
import { given, keyed, NO_POST, NO_READ, reading, writing } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";

const MOVED = "/base/v1/moved/here";

export const sameOriginCases: readonly FaultCase[] = [
  {
    id: "redirects/get",
    title: "A GET follows a redirect within its origin, with its credentials.",
    reason: "Servers add slashes and move resources; the key is for the origin, not for one path.",
    source: http("15.4"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const status of [301, 302, 303, 307, 308]) {
          const server = await bench.serve((request, response) =>
            request.path === MOVED
              ? sendAnswer(response, get.answer)
              : response.writeHead(status, { location: MOVED }).end(),
          );
          resultOf(await bench.call(bench.client(server.base), get), `a GET that meets ${status}`);
          sent(server, 2, `of GET with ${status}`);
          const [, second] = server.requests;
          promise(second?.method === "GET", `${status} turned GET into ${second?.method}`);
          const isSecured = get.schemes.length > 0;
          promise(
            !isSecured || second.wire.includes(CANARY),
            `the credential was not sent again after ${status}`,
          );
        }
      });
    },
  },
  {
    id: "redirects/loop",
    title: "Redirects that go round are ended after five.",
    reason: "A client that follows for ever is a denial of service, of itself.",
    source: http("15.4"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((request, response) =>
          response.writeHead(302, { location: `${MOVED}?${request.number}` }).end(),
        );
        errorOf(
          await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
          "redirects that go round",
        );
        sent(server, 6);
      });
    },
  },
  {
    id: "redirects/no-location",
    title: "A redirect that says not where to is an error.",
    reason: "Taken for a success, its empty body becomes the value.",
    source: http("15.4"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const fields of [{}, { location: "" }, { location: "http://[" }]) {
          const server = await bench.serve((_, response) => response.writeHead(302, fields).end());
          errorOf(
            await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
            `a redirect with ${JSON.stringify(fields)}`,
          );
          sent(server, 1);
        }
      });
    },
  },
  {
    id: "redirects/not-modified",
    title: "300 and 304 are not redirects, and not values.",
    reason: "A 304 without a cache in front has no content.",
    source: http("15.4.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const status of [300, 304]) {
          const server = await bench.serve((_, response) =>
            response.writeHead(status, { location: MOVED }).end(),
          );
          errorOf(await bench.call(bench.client(server.base, { maxRetries: 0 }), get), `a ${status}`);
          sent(server, 1, `with ${status}`);
        }
      });
    },
  },
  {
    id: "redirects/post-301-302",
    title: "301 and 302 on a POST are an error: nothing is sent again.",
    reason:
      "fetch turns the POST into a GET and yields what that reads; whether the POST was done stays open.",
    source: whatwg("fetch", "§4.5 HTTP-redirect fetch, step 12", "http-redirect-fetch"),
    prepare(target) {
      return given(writing(target), NO_POST, async (post, bench) => {
        for (const status of [301, 302]) {
          const server = await bench.serve((request, response) =>
            request.path === MOVED
              ? sendAnswer(response, post.answer)
              : response.writeHead(status, { location: MOVED }).end(),
          );
          errorOf(await bench.call(bench.client(server.base), post), `a POST that meets ${status}`);
          sent(server, 1, `with ${status}`);
        }
      });
    },
  },
  {
    id: "redirects/post-303",
    title: "303 on a POST is followed by a GET without a body, and whatever that meets repeats no POST.",
    reason: "303 says that the POST was done and that its result is to be read elsewhere.",
    source: http("15.4.4"),
    prepare(target) {
      return given(writing(target), NO_POST, async (post, bench) => {
        const server = await bench.serve((request, response) =>
          request.path === MOVED
            ? sendAnswer(response, post.answer)
            : response.writeHead(303, { location: MOVED }).end(),
        );
        resultOf(await bench.call(bench.client(server.base), post), "a POST that meets 303");
        sent(server, 2);
        const [, second] = server.requests;
        promise(
          second?.method === "GET" && second.body.length === 0,
          `${second?.method} with ${second?.body.length} bytes followed`,
        );
        promise(second.headers["content-type"] === undefined, "the Content-Type of the POST was sent again");
        for (const status of [401, 429, 503]) {
          const failing = await bench.serve((request, response) =>
            request.path === MOVED
              ? response.writeHead(status, { "retry-after": "0" }).end("{}")
              : response.writeHead(303, { location: MOVED }).end(),
          );
          errorOf(
            await bench.call(bench.client(failing.base), post),
            `a POST that is done, and ${status} after it`,
          );
          const posts = failing.requests.filter(({ method }) => method === "POST");
          promise(posts.length === 1, `${status} where the 303 led repeated a POST that was done`);
        }
      });
    },
  },
  {
    id: "redirects/post-307-308",
    title: "307 and 308 on a POST repeat method, body and key.",
    reason: "They say that the request was not done here, and is to be made there as it is.",
    source: http("15.4.8"),
    prepare(target) {
      return given(keyed(target) ?? writing(target), "there is no POST operation", async (post, bench) => {
        for (const status of [307, 308]) {
          const server = await bench.serve((request, response) =>
            request.path === MOVED
              ? sendAnswer(response, post.answer)
              : response.writeHead(status, { location: MOVED }).end(),
          );
          const options = post.keyHeader === undefined ? {} : { idempotencyKey: "key-of-307" };
          resultOf(
            await bench.call(bench.client(server.base), post, { options }),
            `a POST that meets ${status}`,
          );
          sent(server, 2, `with ${status}`);
          const [first, second] = server.requests;
          promise(second?.method === "POST", `${status} turned POST into ${second?.method}`);
          const same = first?.body.equals(second.body) ?? false;
          promise(same, `the body was changed: ${brief(second.body.toString())}`);
          const header = post.keyHeader ?? "content-type";
          promise(first?.headers[header] === second.headers[header], `${header} was changed`);
        }
      });
    },
  },
];
