import { unreachable } from "@trunkline/document";
import { sendAnswer } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import type { Received } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { issue, openapi } from "../../sources.ts";
import { CANARY, canary, type Scheme } from "../../target/credentials.ts";
import { given, isExchange } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent } from "../judge.ts";
import { callWith, nothingGiven, withoutVariable } from "./surroundings.ts";

/** The alternatives of an operation that carry something, each as its schemes. */
function alternatives(target: Target, { operation }: Probe): readonly (readonly Scheme[])[] {
  const known = (id: string): Scheme[] => {
    const scheme = target.auth.schemes.get(id);
    return scheme === undefined ? [] : [scheme];
  };
  return operation.security
    .map((ids) => ({ ids, schemes: ids.flatMap(known) }))
    .filter(({ ids, schemes }) => ids.length > 0 && ids.length === schemes.length)
    .map(({ schemes }) => schemes);
}

/** The operation with most alternatives that passes. */
function withAlternatives(
  target: Target,
  passes: (found: readonly (readonly Scheme[])[]) => boolean,
): { readonly probe: Probe; readonly ways: readonly (readonly Scheme[])[] } | undefined {
  return target.probes
    .filter((probe) => !isExchange(target, probe))
    .map((probe) => ({ probe, ways: alternatives(target, probe) }))
    .filter(({ ways }) => passes(ways))
    .sort((one, other) => other.ways.length - one.ways.length)[0];
}

/** What a request carries in the field of a scheme, HTTP basic decoded. */
function carried({ headers, query }: Received, { kind, field }: Scheme): string {
  const value = headers[field] ?? "";
  switch (kind) {
    case "query":
      return query.get(field) ?? "";
    case "basic":
      return Buffer.from(value.replace(/^Basic /i, ""), "base64").toString();
    case "header":
    case "bearer":
    case "exchange":
      return value;
    default:
      return unreachable(kind);
  }
}

/** Client options of these schemes alone, with nothing of the environment beside them. */
function only(bench: Bench, schemes: readonly Scheme[]): Record<string, unknown> {
  const { target } = bench;
  for (const { env, passwordEnv, exchange } of target.auth.schemes.values())
    for (const name of [env, passwordEnv, exchange?.env]) withoutVariable(bench, name);
  const options: Record<string, unknown> = nothingGiven(target);
  for (const { option, kind } of schemes) {
    options[option] = canary(option);
    if (kind === "basic")
      for (const [name, value] of Object.entries(target.credentials))
        if (value === canary("password")) options[name] = value;
  }
  return options;
}

/** Each of these schemes stands in its own field, and none of the others is there. */
function carriesOnly(
  bench: Bench,
  request: Received | undefined,
  schemes: readonly Scheme[],
  what: string,
): void {
  promise(request !== undefined, `${what}: nothing was sent`);
  for (const scheme of schemes)
    promise(
      carried(request, scheme).includes(canary(scheme.option)),
      `${what}: ${scheme.field} does not carry ${scheme.option}`,
    );
  const fields = new Set(schemes.map(({ field }) => field));
  for (const scheme of bench.target.auth.schemes.values()) {
    if (fields.has(scheme.field)) continue;
    promise(carried(request, scheme) === "", `${what}: ${scheme.field} was sent as well`);
  }
}

const isDisjoint = (one: readonly Scheme[], other: readonly Scheme[]): boolean =>
  one.every(({ option, field }) => other.every((more) => more.option !== option && more.field !== field));

/** A way of several secrets, and another that has none of them. */
function halves(ways: readonly (readonly Scheme[])[]) {
  const whole = ways.find((one) => one.length > 1);
  const other = whole && ways.find((one) => isDisjoint(one, whole));
  return whole && other && { whole, other };
}

export const severalCases: readonly FaultCase[] = [
  {
    id: "credentials/several-schemes",
    title:
      "Where an operation needs several secrets, each has an option of its own and stands in its own field.",
    reason: "One option for two schemes sends one secret in both places, and the other can be given nowhere.",
    source: issue("hey-api/openapi-ts", 3817),
    prepare(target) {
      const found = withAlternatives(target, (ways) => ways.some((one) => one.length > 1));
      return given(found, "no operation needs several secrets", async ({ probe, ways }, bench) => {
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const several = ways.find((one) => one.length > 1) ?? [];
        const outcome = await callWith(bench, probe, server.base, only(bench, several));
        resultOf(outcome, "a client with all of them");
        carriesOnly(bench, server.requests[0], several, several.map(({ option }) => option).join(" and "));
      });
    },
  },
  {
    id: "credentials/every-alternative",
    title: "Each of an operation's alternatives can be chosen by giving its secrets, and no more is sent.",
    reason: "A client that always takes the first way makes the second one unreachable.",
    source: issue("swagger-api/swagger-codegen", 5093),
    prepare(target) {
      const found = withAlternatives(target, (ways) => ways.length > 1);
      return given(found, "no operation has alternatives", async ({ probe, ways }, bench) => {
        for (const way of ways) {
          const what = `a client with ${way.map(({ option }) => option).join(" and ")} alone`;
          const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
          resultOf(await callWith(bench, probe, server.base, only(bench, way)), what);
          carriesOnly(bench, server.requests[0], way, what);
        }
      });
    },
  },
  {
    id: "credentials/whole-before-half",
    title:
      "An alternative that is given whole comes before one that is given in part, and a part alone is refused.",
    reason: "Half of a pair is refused by the server, in words that speak of something else.",
    source: openapi("Security Requirement Object", "security-requirement-object"),
    prepare(target) {
      const found = withAlternatives(target, (ways) => halves(ways) !== undefined);
      const missing = "no operation takes either several secrets or another";
      return given(found, missing, async ({ probe, ways }, bench) => {
        const { whole = [], other = [] } = halves(ways) ?? {};
        const [half] = whole;
        const server = await bench.serve((_, response) => sendAnswer(response, probe.answer));
        const rest = whole.slice(1).map(({ option }) => option);
        for (const part of whole) {
          const options = only(bench, [...other, part]);
          resultOf(await callWith(bench, probe, server.base, options), `a client without ${rest.join(", ")}`);
          carriesOnly(bench, server.requests.at(-1), other, `${part.option} beside another way`);
        }
        const before = server.requests.length;
        const error = errorOf(
          await callWith(bench, probe, server.base, only(bench, half ? [half] : [])),
          `a client with ${half?.option} alone`,
        );
        sent(server, before);
        promise(
          rest.every((option) => error.message.includes(option)),
          `the error does not name ${rest.join(", ")}: ${error.message}`,
        );
        promise(!error.message.includes(CANARY), "the error shows a secret");
      });
    },
  },
];
