import { promise } from "../../promise.ts";
import { bearer, issue, oauth } from "../../sources.ts";
import { canary } from "../../target/credentials.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { openVendor, openWithRevoked, tokens, trading } from "./token-vendor.ts";

export const exchangeCases: readonly FaultCase[] = [
  {
    id: "credentials/exchange-once",
    title: "A hundred calls at the same time share one token exchange.",
    reason:
      "Each exchange may end the token of the one before, and token endpoints have limits of their own.",
    source: issue("spring-attic/spring-security-oauth", 834),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openVendor(bench, trade);
        const outcomes = await Promise.all(
          Array.from({ length: 100 }, () => bench.call(vendor.client, trade.probe)),
        );
        for (const outcome of outcomes) resultOf(outcome, "one of a hundred calls");
        sent({ requests: vendor.exchanges }, 1, "for a token");
        sent({ requests: vendor.calls }, 100, "with the token");
        promise(
          vendor.calls.every((one) => one.headers.authorization === "Bearer tltoken-1"),
          `calls carried ${brief(tokens(vendor.calls))}`,
        );
      }),
  },
  {
    id: "credentials/exchange-key-stays",
    title: "The key is sent to the token endpoint only, the token everywhere else.",
    reason: "The exchange is there so that the long-lived secret travels seldom.",
    source: oauth("1.4"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openVendor(bench, trade);
        resultOf(await bench.call(vendor.client, trade.probe), "a call");
        promise(
          vendor.exchanges[0]?.wire.includes(canary("exchanged")) ?? false,
          "the key did not arrive at the token endpoint",
        );
        promise(
          !(vendor.calls[0]?.wire.includes(canary("exchanged")) ?? true),
          "the key was sent to an ordinary operation",
        );
      }),
  },
  {
    id: "credentials/exchange-renewal",
    title: "A token is renewed before it expires, and used until then.",
    reason: "A token that is used to its last second is refused on its way.",
    source: bearer("5.3"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        if (trade.exchange.expiresIn === undefined) return;
        const vendor = await openVendor(bench, trade, { expiresIn: 600 });
        const call = async (): Promise<unknown> =>
          resultOf(await bench.call(vendor.client, trade.probe), "a call");
        await call();
        bench.clock.advance(300_000);
        await call();
        sent({ requests: vendor.exchanges }, 1, "for a token within its first half");
        bench.clock.advance(299_500);
        await call();
        sent({ requests: vendor.exchanges }, 2, "for a token, the second half a second before its end");
        promise(
          vendor.calls.at(-1)?.headers.authorization === "Bearer tltoken-2",
          `calls carried ${tokens(vendor.calls)}`,
        );
      }),
  },
  {
    id: "credentials/exchange-expired-early",
    title: "A 401 on a token that was good is answered by one new exchange and one replay.",
    reason: "Tokens are revoked, and clocks differ: the server's word counts.",
    source: bearer("3.1"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openWithRevoked(bench, trade);
        resultOf(await bench.call(vendor.client, trade.probe), "a call with a revoked token");
        sent({ requests: vendor.exchanges }, 2, "for a token");
        sent({ requests: vendor.calls }, 3, "with a token");
      }),
  },
  {
    id: "credentials/exchange-expired-together",
    title: "Fifty calls that meet a revoked token share one new exchange.",
    reason: "Each of them would exchange anew, and end the token that the others have just got.",
    source: issue("spring-attic/spring-security-oauth", 834),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openWithRevoked(bench, trade);
        const outcomes = await Promise.all(
          Array.from({ length: 50 }, () => bench.call(vendor.client, trade.probe)),
        );
        for (const outcome of outcomes) resultOf(outcome, "one of fifty calls");
        sent({ requests: vendor.exchanges }, 2, "for a token");
      }),
  },
  {
    id: "credentials/exchange-abort",
    title: "A caller that gives up during the exchange does not end it for the others.",
    reason: "The exchange is shared: one impatient caller must not fail all of them.",
    source: issue("spring-attic/spring-security-oauth", 834),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const controller = new AbortController();
        const vendor = await openVendor(bench, trade, {
          exchangeStatus: () => {
            controller.abort();
            return 200;
          },
        });
        const impatient = bench.call(vendor.client, trade.probe, { options: { signal: controller.signal } });
        const patient = bench.call(vendor.client, trade.probe);
        const error = errorOf(await impatient, "the caller that gives up");
        promise(
          bench.isError(error, "APIUserAbortError"),
          `${brief(error)} was thrown, an APIUserAbortError was expected`,
        );
        resultOf(await patient, "the caller that waits");
        sent({ requests: vendor.exchanges }, 1, "for a token");
      }),
  },
];
