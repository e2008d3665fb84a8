import { listOf } from "@trunkline/document";
import { serverURL } from "@trunkline/mock/document";
import { sendAnswer } from "../../bench/answers.ts";
import { outcomeOf } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { issue, uri, weakness } from "../../sources.ts";
import { canary } from "../../target/credentials.ts";
import { given, NO_SECURED_READ, securedReading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent } from "../judge.ts";
import { callWith, nothingGiven, withGlobal, withVariable } from "./surroundings.ts";

export const placeCases: readonly FaultCase[] = [
  {
    id: "credentials/environment",
    title: "The key is read from the variable that the document names.",
    reason: "Keys belong into the environment, not into the code.",
    source: weakness(798),
    prepare(target) {
      const get = securedReading(target);
      const env = get?.schemes[0]?.env;
      if (get !== undefined && env === undefined) return "the document names no environment variable";
      return given(get, NO_SECURED_READ, async (found, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        withVariable(bench, env ?? "", canary("environment"));
        const { passwordEnv } = found.schemes[0] ?? {};
        if (passwordEnv !== undefined) withVariable(bench, passwordEnv, canary("password"));
        resultOf(await callWith(bench, found, server.base, nothingGiven(target)), "a key in the environment");
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
      const [server = null] = listOf(target.pack.document.root.servers);
      if (!serverURL(server)[0]?.startsWith("https://")) return "the document names no encrypted server";
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
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
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
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
      if (target.pack.extension.client?.browser === true) return "the document's keys are meant for browsers";
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
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
    id: "credentials/absolute-url",
    title: "An address of another origin gets no request, whoever built it.",
    reason: "A path that is an absolute address takes the key along to wherever it points.",
    source: issue("axios/axios", 6463),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
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
