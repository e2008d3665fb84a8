import { sendAnswer } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { bearer, openapi, weakness } from "../../sources.ts";
import { canary, type Scheme } from "../../target/credentials.ts";
import { given, isExchange, NO_SECURED_READ, securedReading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent } from "../judge.ts";
import { callWith, nothingGiven, optionOf, withVariable } from "./surroundings.ts";
import { NONE, openVendor, tradeOf } from "./token-vendor.ts";

/** An operation that takes one of two secrets, the first of which can come from the environment. */
function choice(
  target: Target,
): { probe: Probe; other: Scheme; given: Scheme; variable: string } | undefined {
  for (const probe of target.probes) {
    if (isExchange(target, probe)) continue;
    const single = probe.operation.security.flatMap(([id = "", ...more]) =>
      more.length === 0 ? (target.auth.schemes.get(id) ?? []) : [],
    );
    const other = single.find(({ env, kind }) => env !== undefined && kind !== "basic");
    const own = single.find((one) => one !== other && one.kind !== "basic" && one.option !== other?.option);
    if (other?.env !== undefined && own !== undefined)
      return { probe, other, given: own, variable: other.env };
  }
  return undefined;
}

/** The secrets of a call as `null`, while the environment has them. */
function declines(bench: Bench, probe: Probe): Record<string, null> {
  const { option, exchange, env } = probe.schemes[0] as Scheme;
  for (const name of [env, exchange?.env])
    if (name !== undefined) withVariable(bench, name, canary("of-the-process"));
  return exchange === undefined ? { [option]: null } : { [option]: null, [exchange.option]: null };
}

export const alternativeCases: readonly FaultCase[] = [
  {
    id: "credentials/code-before-environment",
    title: "A secret that is given in code is sent, and none of the environment in its place or beside it.",
    reason: "The process's own key would act in the name of the user whose token was given.",
    source: weakness(441),
    prepare(target) {
      const found = choice(target);
      return given(
        found,
        "no operation takes one of two secrets",
        async ({ probe, given: own, variable }, bench) => {
          withVariable(bench, variable, canary("of-the-process"));
          const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
          const options = { ...nothingGiven(target), [own.option]: canary("of-this-user") };
          resultOf(await callWith(bench, probe, server.base, options), `a client with ${own.option}`);
          const wire = server.requests[0]?.wire ?? "";
          promise(wire.includes(canary("of-this-user")), `${own.option} was not sent`);
          promise(!wire.includes(canary("of-the-process")), `the secret of ${variable} was sent`);
        },
      );
    },
  },
  {
    id: "credentials/optional",
    title: "An optional credential is sent where there is one, and nothing where there is none.",
    reason: "A client that always takes the way without a credential gets less than it has paid for.",
    source: openapi("Operation Object", "operation-object"),
    prepare(target) {
      const probe = target.probes.find(
        (one) => one.schemes.length > 0 && one.operation.security.some((needed) => needed.length === 0),
      );
      return given(probe, "no operation has an optional credential", async (found, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, found.answer));
        resultOf(await callWith(bench, found, server.base, {}), "a client with a key");
        promise(server.requests[0]?.wire.includes(canary(optionOf(found))) ?? false, "the key was not sent");
        resultOf(
          await callWith(bench, found, server.base, { ...nothingGiven(target), ...declines(bench, found) }),
          "no key",
        );
        promise(!server.requests[1]?.wire.includes(canary("of-the-process")), "a key was sent that is null");
      });
    },
  },
  {
    id: "credentials/null",
    title:
      "A credential that is null is not given: nothing of the environment is sent, and the error says why.",
    reason: "An app whose tenant has no key would send its own key to the tenant's server.",
    source: weakness(441),
    prepare: (target) =>
      given(securedReading(target), NO_SECURED_READ, async (get, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, get.answer));
        const options = { ...nothingGiven(target), ...declines(bench, get) };
        const error = errorOf(await callWith(bench, get, server.base, options), "a client whose key is null");
        sent(server, 0);
        promise(
          /\bnull\b/.test(error.message),
          `the error does not say that the key is null: ${error.message}`,
        );
      }),
  },
  {
    id: "credentials/environment-token-renewed",
    title:
      "A token of the environment is used while it is good, and then renewed with the key that stands beside it.",
    reason: "A token lives for minutes, and a process for weeks: every call after its end would be refused.",
    source: bearer("3.1"),
    prepare(target) {
      const trade =
        tradeOf(target, (one) => one.method === "GET" && one.returns === "json") ??
        tradeOf(target, () => true);
      const scheme = trade?.probe.schemes.find(({ exchange }) => exchange !== undefined);
      const key = trade?.exchange.env;
      if (trade === undefined || scheme === undefined) return NONE;
      if (scheme.env === undefined || key === undefined)
        return "the document names no variables for token and key";
      const { env } = scheme;
      return async (bench) => {
        withVariable(bench, env, "tltoken-ready");
        withVariable(bench, key, canary("exchanged"));
        let good = "tltoken-ready";
        const vendor = await openVendor(bench, trade, {
          accepts: (token) => token === good,
          client: { [trade.exchange.option]: undefined },
        });
        resultOf(await bench.call(vendor.client, trade.probe), "a call with the token of the environment");
        sent({ requests: vendor.exchanges }, 0, "for a token");
        good = "tltoken-1";
        resultOf(await bench.call(vendor.client, trade.probe), "a call after the token's end");
        resultOf(await bench.call(vendor.client, trade.probe), "a call with the new token");
        sent({ requests: vendor.exchanges }, 1, "for a token");
        sent({ requests: vendor.calls }, 4, "with a token");
      };
    },
  },
];
