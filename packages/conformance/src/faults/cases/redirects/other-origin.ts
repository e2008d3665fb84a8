import { sendAnswer } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { issue, uri, weakness, whatwg } from "../../sources.ts";
import { given, NO_POST, NO_READ, ordinary, reading, writing } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, sent } from "../judge.ts";

const STATUSES = [301, 302, 303, 307, 308] as const;

/** Redirects to somewhere else: nothing may arrive there, and the error must name the place. */
async function staysHome(
  bench: Bench,
  probe: Probe,
  statuses: readonly number[],
  locationOf: (port: number, home: number) => string,
  named: (port: number, home: number) => string,
): Promise<void> {
  const other = await bench.serve((_, response) => sendAnswer(response, probe.answer));
  for (const status of statuses) {
    const server = await bench.serve((request, response) => {
      // At the other name of this very server the request must not arrive either.
      if (request.path.includes("/away")) return sendAnswer(response, probe.answer);
      return response
        .writeHead(status, { location: locationOf(other.port, Number(request.headers.host?.split(":")[1])) })
        .end();
    });
    const error = errorOf(
      await bench.call(bench.client(server.base, { maxRetries: 0 }), probe),
      `a ${status} to another origin`,
    );
    sent(other, 0, "at the other origin");
    sent(server, 1, `with ${status}`);
    const origin = named(other.port, server.port);
    promise(error.message.includes(origin), `the error does not name ${origin}: ${brief(error)}`);
  }
}

export const otherOriginCases: readonly FaultCase[] = [
  {
    id: "redirects/other-port",
    title: "A GET is not redirected to another port: nothing is sent there, and the error names it.",
    reason: "fetch strips Authorization on the way to another origin, but sends an X-API-Key along.",
    source: issue("nodejs/undici", 4917),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        staysHome(
          bench,
          get,
          STATUSES,
          (port) => `http://127.0.0.1:${port}/away?with=secret`,
          (port) => `127.0.0.1:${port}`,
        ),
      ),
  },
  {
    id: "redirects/other-host",
    title: "A GET is not redirected to another host name, even of the same machine.",
    reason: "Hosts that share a machine do not share their keys.",
    source: issue("whatwg/fetch", 944),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        staysHome(
          bench,
          get,
          STATUSES,
          (_, home) => `http://localhost:${home}/away`,
          (_, home) => `localhost:${home}`,
        ),
      ),
  },
  {
    id: "redirects/odd-spellings",
    title: "No spelling of a Location leads to another origin.",
    reason:
      "//host, \\\\host and /\\host are addresses of another host to a URL parser, and look like paths.",
    source: whatwg("url", "§4.4 URL parsing", "url-parsing"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const spellings = [
          (port: number) => `//127.0.0.1:${port}/away`,
          (port: number) => `\\\\127.0.0.1:${port}/away`,
          (port: number) => `/\\127.0.0.1:${port}/away`,
          (port: number) => `http:\\\\127.0.0.1:${port}\\away`,
          (port: number) => `HTTP://0x7f000001:${port}/away`,
        ];
        for (const spelling of spellings) await staysHome(bench, get, [302], spelling, (port) => `:${port}`);
      });
    },
  },
  {
    id: "redirects/post-other-origin",
    title: "The body of a POST is never sent to another origin.",
    reason: "307 and 308 send customers' data, with the key, to wherever the answer points.",
    source: weakness(601),
    prepare: (target) =>
      given(writing(target), NO_POST, (post, bench) =>
        staysHome(
          bench,
          post,
          STATUSES,
          (port) => `http://127.0.0.1:${port}/away`,
          () => "",
        ),
      ),
  },
  {
    id: "redirects/other-scheme",
    title: "A redirect to file:, data: or javascript: is an error.",
    reason: "A Location is text of the server; only http and https are places to go to.",
    source: weakness(601),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        for (const location of [
          "file:///etc/hostname",
          "data:application/json,{}",
          "javascript:alert(1)",
          "blob:null/x",
        ]) {
          const server = await bench.serve((_, response) => response.writeHead(302, { location }).end());
          errorOf(
            await bench.call(bench.client(server.base, { maxRetries: 0 }), get),
            `a redirect to ${location}`,
          );
          sent(server, 1);
        }
      });
    },
  },
  {
    id: "redirects/downgrade",
    title: "A redirect from https to http is an error, and nothing is sent there.",
    reason: "One step in the clear shows the key to everybody on the way.",
    source: uri("7.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const asked: string[] = [];
        const fetch = async (url: unknown): Promise<Response> => {
          asked.push(String(url instanceof Request ? url.url : url));
          return new Response(null, { status: 302, headers: { location: "http://api.example.com/away" } });
        };
        errorOf(
          await bench.call(bench.client("https://api.example.com/v1", { fetch, maxRetries: 0 }), get),
          "a downgrade",
        );
        promise(asked.length === 1, `requests went to ${asked.join(", ")}`);
      });
    },
  },
  {
    id: "redirects/hidden",
    title: "A redirect that a browser hides is an error that says so.",
    reason: "With redirect: manual a browser gives an answer of status 0 without headers.",
    source: whatwg(
      "fetch",
      "§2.2.6 opaque-redirect filtered response",
      "concept-filtered-response-opaque-redirect",
    ),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const fetch = async (): Promise<Response> => {
          const hidden = new Response(null);
          Object.defineProperties(hidden, {
            type: { value: "opaqueredirect" },
            status: { value: 0 },
            ok: { value: false },
          });
          return hidden;
        };
        const error = errorOf(
          await bench.call(bench.client("https://api.example.com/v1", { fetch, maxRetries: 0 }), get),
          "a hidden redirect",
        );
        promise(
          /redirect/i.test(`${error.name} ${error.message}`),
          `the error says nothing of a redirect: ${brief(error)}`,
        );
      });
    },
  },
  {
    id: "redirects/query-key",
    title: "A key in the query stays at its origin too.",
    reason: "Servers that echo the query into the Location hand the key over with it.",
    source: weakness(598),
    prepare(target) {
      const probe = ordinary(
        target,
        (one) => one.method === "GET" && one.schemes.some((scheme) => scheme.kind === "query"),
      );
      return given(probe, "no GET operation takes a key in the query", async (found, bench) => {
        const other = await bench.serve((_, response) => sendAnswer(response, found.answer));
        const server = await bench.serve((request, response) =>
          response.writeHead(307, { location: `${other.origin}${request.target}` }).end(),
        );
        const error = errorOf(
          await bench.call(bench.client(server.base, { maxRetries: 0 }), found),
          "a redirect that echoes the query",
        );
        sent(other, 0, "at the other origin");
        promise(!error.message.includes("tlcanary"), `the error prints the key: ${error.name}`);
      });
    },
  },
];
