import { sendAnswer } from "../../bench/answers.ts";
import { promise } from "../../promise.ts";
import { http, issue } from "../../sources.ts";
import { CANARY, canary } from "../../target/credentials.ts";
import { given, NO_SECURED_READ, securedReading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { callWith, optionOf, refused, withoutVariable } from "./surroundings.ts";

/** HTTP basic says a name and a password in base64, so that any text can be sent (RFC 7617). */
function spelledOut(probe: Probe | undefined): Probe | undefined {
  return probe?.schemes[0]?.kind === "basic" ? undefined : probe;
}

const NO_SPELLED = "no GET operation answers JSON and carries a key as it is";

export const keyCases: readonly FaultCase[] = [
  {
    id: "credentials/white-space",
    title: "White space around a key is trimmed.",
    reason: "Keys are read from files that end in a line break.",
    source: issue("logicalclocks/feature-store-api", 1145),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
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
      given(securedReading(target), NO_SECURED_READ, (get, bench) =>
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
      given(spelledOut(securedReading(target)), NO_SPELLED, (get, bench) =>
        refused(bench, get, [`${CANARY}\u200bx`, `${CANARY}🔑`, `${CANARY}\u2013x`, `${CANARY}é`]),
      ),
  },
  {
    id: "credentials/huge",
    title: "A key of a megabyte is refused, without the key.",
    reason: "Servers refuse header sections beyond some kilobytes with an answer that explains nothing.",
    source: http("5.4"),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, (get, bench) =>
        refused(bench, get, [CANARY.repeat(1 << 17)]),
      ),
  },
  {
    id: "credentials/empty",
    title: "An empty key is refused before anything is sent.",
    reason: "An unset variable becomes an empty text; 'Bearer ' is a request of nobody.",
    source: http("11.6.2"),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, (get, bench) => refused(bench, get, ["", "  "])),
  },
  {
    id: "credentials/missing",
    title: "A missing key is refused before anything is sent, and the error says how to give one.",
    reason: "Without the check the text 'undefined' is sent as a key.",
    source: http("11.6.2"),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
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
    id: "credentials/provider",
    title: "A function that gives the key is asked anew, so that a rotated key is used without a restart.",
    reason: "Keys are rotated while processes run.",
    source: http("11.6.2"),
    prepare(target) {
      return given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
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
];
