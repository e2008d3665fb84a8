import { sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Received } from "../../bench/server.ts";
import { BASE_PATH } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { bearer, http, issue, oauth } from "../../sources.ts";
import { canary } from "../../target/credentials.ts";
import type { FaultCase } from "../../types.ts";
import { errorOf, resultOf, sent, statusError } from "../judge.ts";
import { openVendor, tradeOf, trading } from "./token-vendor.ts";

export const exchangeFaultCases: readonly FaultCase[] = [
  {
    id: "credentials/exchange-no-loop",
    title: "A fresh token that is refused is an AuthenticationError, not a loop.",
    reason: "A key that lost its rights gets tokens that are never accepted.",
    source: bearer("3.1"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openVendor(bench, trade, { accepts: () => false });
        statusError(await bench.call(vendor.client, trade.probe), 401, "a refused fresh token");
        promise(vendor.exchanges.length <= 2, `${vendor.exchanges.length} exchanges were made`);
        promise(vendor.calls.length <= 2, `the refused call was sent ${vendor.calls.length} times`);
      }),
  },
  {
    id: "credentials/exchange-refused",
    title: "A key that the token endpoint refuses is an AuthenticationError after one exchange.",
    reason: "Repeating a wrong key locks accounts.",
    source: oauth("5.2"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openVendor(bench, trade, { exchangeStatus: () => 401 });
        statusError(await bench.call(vendor.client, trade.probe), 401, "a refused key");
        sent({ requests: vendor.exchanges }, 1, "for a token");
        sent({ requests: vendor.calls }, 0, "without a token");
      }),
  },
  {
    id: "credentials/exchange-retried",
    title: "An exchange that meets a passing failure is sent again, and does not count against the call.",
    reason: "An exchange creates nothing that a second one would double.",
    source: http("9.2.2"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        if (trade.login.retry === "never") return;
        const passing = target.policy.isRetriable(503) ? 503 : 500;
        for (const status of [passing, 0]) {
          const vendor = await openVendor(bench, trade, {
            exchangeStatus: (number) => (number === 1 ? status : 200),
          });
          resultOf(
            await bench.call(vendor.client, trade.probe),
            `an exchange that meets ${status || "a reset"} first`,
          );
          sent({ requests: vendor.exchanges }, 2, "for a token");
          sent({ requests: vendor.calls }, 1, "with the token");
        }
      }),
  },
  {
    id: "credentials/exchange-attempts",
    title: "An exchange that goes on failing is given up after its own attempts, however many calls wait.",
    reason:
      "Attempts of the call times attempts of the exchange keep a token endpoint down that is down already.",
    source: issue("spring-attic/spring-security-oauth", 834),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        if (trade.login.retry === "never") return;
        for (const status of [target.policy.isRetriable(503) ? 503 : 500, 0]) {
          const vendor = await openVendor(bench, trade, {
            exchangeStatus: () => status,
            client: { maxRetries: 2 },
          });
          const waiting = Array.from({ length: 10 }, () => bench.call(vendor.client, trade.probe));
          for (const outcome of await Promise.all(waiting)) errorOf(outcome, "an exchange that always fails");
          sent({ requests: vendor.exchanges }, 3, "for a token");
          sent({ requests: vendor.calls }, 0, "without a token");
        }
      }),
  },
  {
    id: "credentials/exchange-failed-once",
    title: "An exchange that failed is not remembered: the next call makes a new one.",
    reason: "A cached failure turns one bad minute into an outage that lasts as long as the process.",
    source: issue("spring-attic/spring-security-oauth", 834),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        let down = true;
        const vendor = await openVendor(bench, trade, { exchangeStatus: () => (down ? 400 : 200) });
        errorOf(await bench.call(vendor.client, trade.probe), "an exchange that fails");
        down = false;
        resultOf(await bench.call(vendor.client, trade.probe), "the next call");
      }),
  },
  {
    id: "credentials/exchange-lifetime",
    title:
      "A lifetime that is missing, zero, negative or absurd makes neither a loop nor an exchange per call.",
    reason: "expires_in is only recommended, and servers write what they like into it.",
    source: oauth("5.1"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        if (trade.exchange.expiresIn === undefined) return;
        for (const expiresIn of [undefined, null, "", 1e300, "3600", -1, 0]) {
          const vendor = await openVendor(bench, trade, { expiresIn });
          for (let call = 0; call < 3; call += 1)
            resultOf(await bench.call(vendor.client, trade.probe), `expires_in ${String(expiresIn)}`);
          const limit = expiresIn === 0 || expiresIn === -1 ? 3 : 1;
          promise(
            vendor.exchanges.length <= limit,
            `expires_in ${JSON.stringify(expiresIn)}: ${vendor.exchanges.length} exchanges for three calls`,
          );
          promise(
            vendor.calls.length === 3,
            `expires_in ${JSON.stringify(expiresIn)}: three calls were sent ${vendor.calls.length} times`,
          );
        }
      }),
  },
  {
    id: "credentials/exchange-no-token",
    title: "An exchange that answers without a token is an error, and nothing is sent with 'undefined'.",
    reason: "'Bearer undefined' is a request that cannot succeed and explains nothing.",
    source: oauth("5.1"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const calls: Received[] = [];
        const server = await bench.serve((request, response) => {
          if (request.path === BASE_PATH + trade.login.operation.path)
            return sendJson(response, 200, { unexpected: true });
          calls.push(request);
          return sendAnswer(response, trade.probe.answer);
        });
        const none = Object.fromEntries(
          [...target.auth.schemes.values()]
            .filter((one) => one.exchange)
            .map((one) => [one.option, undefined]),
        );
        const client = bench.client(server.base, { ...none, [trade.exchange.option]: canary("exchanged") });
        errorOf(await bench.call(client, trade.probe), "an exchange without a token");
        sent({ requests: calls }, 0, "without a token");
      }),
  },
  {
    id: "credentials/exchange-stream",
    title: "A 401 on a request whose body was a stream is the error itself: nothing is replayed.",
    reason: "What was read of the stream is gone; a replay would send the rest, or nothing.",
    source: bearer("3.1"),
    prepare(target) {
      const trade = tradeOf(target, (one) => one.names.body === "body" && one.takesBytes);
      if (trade === undefined) return "no operation that needs an exchanged token takes a binary body";
      return async (bench) => {
        const vendor = await openVendor(bench, trade, { accepts: () => false });
        const body = new Blob(["once only"]).stream();
        statusError(
          await bench.call(vendor.client, trade.probe, { params: { body } }),
          401,
          "a refused stream",
        );
        sent({ requests: vendor.calls }, 1, "with a stream as body");
        promise(vendor.calls[0]?.body.toString() === "once only", "the stream did not arrive whole");
      };
    },
  },
];
