import { listOf, objectOf, readExtension, textOf } from "@trunkline/document";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { uri, weakness, whatwg } from "../../sources.ts";
import { given, NO_SECURED_READ, securedReading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf } from "../judge.ts";
import { callWith } from "./surroundings.ts";

/** A fetch that answers, and the addresses that it was asked for. */
function listening(probe: Probe): {
  readonly asked: string[];
  readonly fetch: (url: unknown) => Promise<Response>;
} {
  const asked: string[] = [];
  return {
    asked,
    fetch(url) {
      asked.push(String(url instanceof Request ? url.url : url));
      const headers = { "content-type": "application/json" };
      return Promise.resolve(new Response(new Uint8Array(probe.answer.body), { headers }));
    },
  };
}

const MISSPELLED: readonly [name: string, value: unknown, meant: string][] = [
  ["baseUrl", "https://mock.example", "baseURL"],
  ["base_url", "https://mock.example", "baseURL"],
  ["timeOut", 3, "timeout"],
  ["max_retries", 0, "maxRetries"],
  ["baseUrl", undefined, "baseURL"],
];

const CALL_OPTIONS = MISSPELLED.filter(([, , meant]) => meant !== "baseURL");

export const optionCases: readonly FaultCase[] = [
  {
    id: "credentials/unknown-option",
    title:
      "An option that the client does not have is refused with the nearest name, before anything is sent.",
    reason: "baseUrl for baseURL sends the live key to production in place of the mock.",
    source: weakness(20),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const { asked, fetch } = listening(get);
        for (const [name, value, meant] of MISSPELLED) {
          const error = errorOf(
            await callWith(bench, get, "https://api.example", { fetch, [name]: value }),
            name,
          );
          promise(error.message.includes(meant), `the error does not name ${meant}: ${error.message}`);
        }
        const client = bench.client("https://api.example", { fetch }) as {
          withOptions(options: object): object;
        };
        for (const [name, value] of MISSPELLED) {
          let copy: object | undefined;
          try {
            copy = client.withOptions({ [name]: value });
          } catch {
            continue;
          }
          errorOf(await bench.call(copy, get), `withOptions with ${name}`);
        }
        promise(asked.length === 0, `${asked.length} requests were sent`);
      }),
  },
  {
    id: "credentials/unknown-call-option",
    title: "An option that a call does not have is refused with the nearest name, before anything is sent.",
    reason: "A limit that is misspelled is not a limit, and nobody learns of it.",
    source: weakness(20),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const { asked, fetch } = listening(get);
        const client = bench.client("https://api.example", { fetch });
        for (const [name, value, meant] of CALL_OPTIONS) {
          const error = errorOf(await bench.call(client, get, { options: { [name]: value } }), name);
          promise(error.message.includes(meant), `the error does not name ${meant}: ${error.message}`);
        }
        promise(asked.length === 0, `${asked.length} requests were sent`);
      }),
  },
  {
    id: "credentials/almost-loopback",
    title:
      "http: to a name or an address that only looks like this machine is refused before anything is sent.",
    reason: "Names below localhost are for the resolver to decide, and 0.0.0.0 is every address.",
    source: whatwg("url", "Host parsing", "host-parsing"),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const { asked, fetch } = listening(get);
        for (const host of [
          "x.localhost",
          "localhost.",
          "127.0.0.2",
          "0.0.0.0",
          "[::]",
          "[::ffff:127.0.0.1]",
          "0",
        ])
          errorOf(await callWith(bench, get, `http://${host}/v1`, { fetch }), `the host ${host}`);
        promise(asked.length === 0, `${asked.length} requests were sent in the clear`);
        for (const host of ["127.0.0.1", "localhost", "[::1]"])
          resultOf(await callWith(bench, get, `http://${host}/v1`, { fetch }), `the host ${host}`);
      }),
  },
  {
    id: "credentials/server-variable",
    title: "What a variable of a server is set to does not lead to another server.",
    reason: "An app that takes a region from a request would hand over its key.",
    source: uri("7.6"),
    prepare(target) {
      const found = variableOf(target);
      if (found === undefined) return "no server has a variable within its host";
      return given(securedReading(target), NO_SECURED_READ, (get, bench) => keepsTo(found, get, bench));
    },
  },
];

interface Variable {
  readonly name: string;
  readonly environment: string | undefined;
  /** What follows it in the host. */
  readonly rest: string;
}

/** A variable that is a part of a host, as in `https://{region}.vendor.com/v1`. */
function variableOf(target: Target): Variable | undefined {
  for (const server of listOf(target.pack.document.root.servers).map(objectOf)) {
    const [, name = "", rest = ""] = /^https:\/\/\{(\w+)\}(\.[^/{}]+)/.exec(textOf(server.url) ?? "") ?? [];
    const { environment } = readExtension("server", server);
    if (name !== "" && !objectOf(objectOf(server.variables)[name]).enum) return { name, environment, rest };
  }
  return undefined;
}

async function keepsTo({ name, environment, rest }: Variable, get: Probe, bench: Bench): Promise<void> {
  const { asked, fetch } = listening(get);
  const call = (value: string): ReturnType<typeof callWith> =>
    callWith(bench, get, "", { baseURL: undefined, environment, fetch, [name]: value });
  resultOf(await call("us"), "a name");
  promise(asked[0]?.startsWith(`https://us${rest}/`) ?? false, `us led to ${asked[0]}`);
  for (const value of [
    "evil.example/",
    "me@evil.example:443/",
    "evil.example?",
    "evil.example#",
    "evil.example\\",
    ".",
    "",
    "evil。",
    "%2e",
  ])
    errorOf(await call(value), `${name}: ${JSON.stringify(value)}`);
  promise(asked.length === 1, `a request went to ${asked[1]}`);
}
