import { sendAnswer } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { http, issue, uri, weakness } from "../../sources.ts";
import { CANARY, canary, type Scheme } from "../../target/credentials.ts";
import { given, NO_READ, reading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { promise } from "../../types.ts";
import { brief, errorOf, printed, resultOf, sent } from "../judge.ts";

/** The option whose secret an ordinary call carries. */
const optionOf = (probe: Probe): string => (probe.schemes[0] as Scheme).option;

/** A client with this secret, and one call; whichever of both throws. */
function callWith(
  bench: Bench,
  probe: Probe,
  base: string,
  options: Readonly<Record<string, unknown>>,
): Promise<Awaited<ReturnType<Bench["call"]>>> {
  return outcomeOf(async () => {
    const outcome = await bench.call(bench.client(base, { maxRetries: 0, ...options }), probe);
    if (!outcome.ok) throw outcome.error;
    return outcome.value;
  });
}

/** Secrets that cannot be sent: refused in our own words, without the secret, before anything is sent. */
async function refused(bench: Bench, probe: Probe, secrets: readonly string[]): Promise<void> {
  const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
  for (const secret of secrets) {
    const error = errorOf(
      await callWith(bench, probe, server.base, { [optionOf(probe)]: secret }),
      "a key that cannot be sent",
    );
    promise(
      !printed(error).includes(CANARY),
      `the error prints the key: ${brief(error).replaceAll(CANARY, "<the key>")}`,
    );
    promise(!(error instanceof TypeError), `the platform's own ${brief(error)} was thrown`);
  }
  sent(server, 0);
}

export const keyCases: readonly FaultCase[] = [
  {
    id: "credentials/white-space",
    title: "White space around a key is trimmed.",
    reason: "Keys are read from files that end in a line break.",
    source: issue("logicalclocks/feature-store-api", 1145),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const secret = canary("trimmed");
        resultOf(
          await callWith(bench, get, server.base, { [optionOf(get)]: ` \t${secret}\r\n` }),
          "a key with white space around it",
        );
        promise(server.requests[0]?.wire.includes(secret) ?? false, "the key was not sent");
        promise(!/\s(\r|\t|%0D|%0A|%20)/.test(server.requests[0]?.target ?? ""), "white space was sent");
      });
    },
  },
  {
    id: "credentials/line-break",
    title: "A key with a line break in it is refused in our own words, without the key.",
    reason: "Headers prints the value that it refuses, and the exception ends in a log.",
    source: issue("logicalclocks/feature-store-api", 1145),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        refused(bench, get, [
          `${canary("a")}\n${canary("b")}`,
          `${canary("a")}\r\nX-Evil: 1`,
          `${CANARY}\0x`,
        ]),
      ),
  },
  {
    id: "credentials/invisible",
    title:
      "A key with a zero-width space, an emoji or a dash from a word processor is refused, without the key.",
    reason:
      "Keys are copied from chats and PDFs; fetch's own error says only that a ByteString was expected.",
    source: http("5.5"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) =>
        refused(bench, get, [`${CANARY}\u200bx`, `${CANARY}🔑`, `${CANARY}\u2013x`, `${CANARY}é`]),
      ),
  },
  {
    id: "credentials/huge",
    title: "A key of a megabyte is refused, without the key.",
    reason: "Servers refuse header sections beyond some kilobytes with an answer that explains nothing.",
    source: http("5.4"),
    prepare: (target) =>
      given(reading(target), NO_READ, (get, bench) => refused(bench, get, [CANARY.repeat(1 << 17)])),
  },
  {
    id: "credentials/empty",
    title: "An empty key is refused before anything is sent.",
    reason: "An unset variable becomes an empty text; 'Bearer ' is a request of nobody.",
    source: http("11.6.2"),
    prepare: (target) => given(reading(target), NO_READ, (get, bench) => refused(bench, get, ["", "  "])),
  },
  {
    id: "credentials/missing",
    title: "A missing key is refused before anything is sent, and the error says how to give one.",
    reason: "Without the check the text 'undefined' is sent as a key.",
    source: http("11.6.2"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const none: Record<string, undefined> = {};
        for (const scheme of target.auth.schemes.values()) {
          none[scheme.option] = undefined;
          if (scheme.exchange) none[scheme.exchange.option] = undefined;
          withoutVariable(bench, scheme.env);
        }
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const error = errorOf(await callWith(bench, get, server.base, none), "a client without a key");
        sent(server, 0);
        promise(
          error.message.includes(optionOf(get)),
          `the error does not name the option ${optionOf(get)}: ${brief(error)}`,
        );
      });
    },
  },
  {
    id: "credentials/environment",
    title: "The key is read from the variable that the document names.",
    reason: "Keys belong into the environment, not into the code.",
    source: weakness(798),
    prepare(target) {
      const get = reading(target);
      const env = get?.schemes[0]?.env;
      if (get !== undefined && env === undefined) return "the document names no environment variable";
      return given(get, NO_READ, async (found, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        withVariable(bench, env ?? "", canary("environment"));
        resultOf(
          await callWith(bench, found, server.base, { [optionOf(found)]: undefined }),
          "a key in the environment",
        );
        promise(server.requests[0]?.wire.includes(canary("environment")) ?? false, "the key was not sent");
      });
    },
  },
  {
    id: "credentials/base-url-variable",
    title: "No environment variable changes where requests go.",
    reason: "Whoever can set a variable of a build would collect its keys.",
    source: weakness(15),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const other = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const prefixes = [
          target.client.toUpperCase(),
          target.client.replace(/([a-z])([A-Z])/g, "$1_$2").toUpperCase(),
          "API",
          "TRUNKLINE",
        ];
        for (const prefix of prefixes)
          for (const name of ["BASE_URL", "API_URL", "URL", "ENDPOINT"])
            withVariable(bench, `${prefix}_${name}`, other.base);
        let asked = "";
        const fetch = (url: unknown): Promise<Response> => {
          asked = String(url instanceof Request ? url.url : url);
          return Promise.resolve(
            new Response(new Uint8Array(get.answer.body), {
              headers: { "content-type": "application/json" },
            }),
          );
        };
        await callWith(bench, get, "", { baseURL: undefined, fetch });
        sent(other, 0);
        promise(asked !== "" && !asked.startsWith(other.origin), `the request went to ${asked || "nowhere"}`);
      });
    },
  },
  {
    id: "credentials/plain-http",
    title: "http: to a host that is not this machine is refused before anything is sent.",
    reason: "A key that is sent once in the clear is everybody's.",
    source: uri("7.5"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        let asked = 0;
        const fetch = (): Promise<Response> => {
          asked += 1;
          return Promise.resolve(
            new Response(new Uint8Array(get.answer.body), {
              headers: { "content-type": "application/json" },
            }),
          );
        };
        for (const base of [
          "http://api.example.com/v1",
          "http://127.0.0.1.example.com",
          "http://localhost.example.com",
          "http://192.0.2.1",
        ])
          errorOf(await callWith(bench, get, base, { fetch }), `the base URL ${base}`);
        promise(asked === 0, `${asked} requests were sent in the clear`);
      });
    },
  },
  {
    id: "credentials/browser",
    title: "A secret key in a browser is refused, unless the document means keys for browsers.",
    reason: "Every visitor can read it there.",
    source: weakness(522),
    prepare(target) {
      if ((target.pack.extension.client as { browser?: boolean } | undefined)?.browser === true)
        return "the document's keys are meant for browsers";
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const userAgent =
          "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        const document = {};
        for (const [name, value] of [
          ["navigator", { userAgent }],
          ["document", document],
          ["window", { document }],
        ] as const)
          withGlobal(bench, name, value);
        errorOf(await callWith(bench, get, server.base, {}), "a secret key in a browser");
        sent(server, 0);
        resultOf(
          await callWith(bench, get, server.base, { dangerouslyAllowBrowser: true }),
          "dangerouslyAllowBrowser",
        );
      });
    },
  },
  {
    id: "credentials/provider",
    title: "A function that gives the key is asked anew, so that a rotated key is used without a restart.",
    reason: "Keys are rotated while processes run.",
    source: http("11.6.2"),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        let version = 0;
        const provider = async (): Promise<string> => {
          version += 1;
          return canary(`v${version}`);
        };
        const client = bench.client(server.base, { [optionOf(get)]: provider });
        for (const expected of [canary("v1"), canary("v2")]) {
          resultOf(await bench.call(client, get), "a provided key");
          promise(
            server.requests.at(-1)?.wire.includes(expected) ?? false,
            "the key of the first call was sent again",
          );
        }
      });
    },
  },
  {
    id: "credentials/absolute-url",
    title: "An address of another origin gets no request, whoever built it.",
    reason: "A path that is an absolute address takes the key along to wherever it points.",
    source: issue("axios/axios", 6463),
    prepare(target) {
      return given(reading(target), NO_READ, async (get, bench) => {
        const other = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base, { maxRetries: 0 }) as { get?: (path: string) => unknown };
        promise(typeof client.get === "function", "the client has no get(path)");
        for (const path of [
          `${other.origin}/steal`,
          `//127.0.0.1:${other.port}/steal`,
          `\\\\127.0.0.1:${other.port}/steal`,
          `@127.0.0.1:${other.port}/steal`,
        ])
          await outcomeOf(() => client.get?.(path));
        sent(other, 0, "at the other origin");
      });
    },
  },
];

function withVariable(bench: Bench, name: string, value: string): void {
  const before = process.env[name];
  process.env[name] = value;
  bench.defer(() => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  });
}

function withoutVariable(bench: Bench, name: string | undefined): void {
  if (name === undefined || process.env[name] === undefined) return;
  withVariable(bench, name, "");
  delete process.env[name];
}

function withGlobal(bench: Bench, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  bench.defer(() => {
    if (before === undefined) Reflect.deleteProperty(globalThis, name);
    else Object.defineProperty(globalThis, name, before);
  });
}
