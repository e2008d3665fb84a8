import { sendAnswer, sendJson } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { issue, weakness } from "../../sources.ts";
import { given, isSendingJson, NO_SECURED_READ, secured, securedReading } from "../../target/find.ts";
import type { FaultCase } from "../../types.ts";
import { brief, printed, resultOf } from "../judge.ts";
import { hides } from "./hides.ts";

export const observerCases: readonly FaultCase[] = [
  {
    id: "secrets/log",
    title: "The debug log shows neither keys nor bodies.",
    reason: "Debug logs are turned on when something is wrong, in production, and are kept.",
    source: issue("Unleash/unleash-java-sdk", 206),
    prepare(target) {
      return given(
        secured(target, isSendingJson) ?? securedReading(target),
        NO_SECURED_READ,
        async (probe, bench) => {
          const lines: string[] = [];
          const log = (...values: unknown[]): void => {
            lines.push(...values.map((value) => printed(value)));
          };
          const logger = { error: log, warn: log, info: log, debug: log, trace: log, log };
          const server = await bench.serve((request, response) =>
            request.number === 1
              ? sendJson(response, 503, { private: "bodycanary-answer" })
              : sendAnswer(response, probe.answer),
          );
          const params = probe.sends === undefined ? {} : { odd: "bodycanary-request" };
          await bench.call(bench.client(server.base, { logger, logLevel: "debug" }), probe, { params });
          promise(lines.length > 0, "nothing was logged at the level debug");
          hides(lines.join("\n"), "the log");
          promise(!lines.join("\n").includes("bodycanary"), "the log shows a body");
        },
      );
    },
  },
  {
    id: "secrets/hooks",
    title: "Hooks see neither keys nor bodies, and cannot break a call.",
    reason: "Hooks feed metrics and traces, which many people can read.",
    source: weakness(532),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const seen: string[] = [];
        const hook = (event: unknown): void => {
          seen.push(printed(event));
          throw new Error("a hook that throws");
        };
        const server = await bench.serve((request, response) =>
          request.number === 1
            ? sendJson(response, target.policy.isRetriable(503) ? 503 : 500, {})
            : sendAnswer(response, get.answer),
        );
        const hooks = { request: hook, response: hook, retry: hook, error: hook };
        resultOf(await bench.call(bench.client(server.base, { hooks }), get), "a call with hooks that throw");
        promise(seen.length >= 4, `the hooks were called ${seen.length} times, 4 or more expected`);
        hides(seen.join("\n"), "a hook's event");
      });
    },
  },
  {
    id: "secrets/preview",
    title: "A preview shows the request without the key, and sends nothing.",
    reason: "Previews are pasted into tickets.",
    source: weakness(532),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const client = bench.client(server.base) as {
          preview?: (call: (client: object) => unknown) => Promise<unknown>;
        };
        promise(typeof client.preview === "function", "the client has no preview()");
        const preview = await client.preview((copy) => bench.start(copy, get));
        promise(server.requests.length === 0, "the preview was sent");
        promise(
          printed(preview).includes(server.origin),
          `the preview does not show the address: ${brief(preview)}`,
        );
        hides(printed(preview), "the preview");
      });
    },
  },
];
