import { promise } from "../../promise.ts";
import { http1, oauth, whatwg } from "../../sources.ts";
import type { FaultCase } from "../../types.ts";
import { brief, errorOf, resultOf, sent } from "../judge.ts";
import { openVendor, trading } from "./token-vendor.ts";

const SHORT = 150;

export const exchangeWaitCases: readonly FaultCase[] = [
  {
    id: "credentials/exchange-patience",
    title: "A caller's limits end its wait for a token, and the exchange goes on for the others.",
    reason:
      "A call that says 200 ms and waits for an exchange with limits of its own hangs for as long as those say.",
    source: http1("9.5"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        bench.clock.fate = (delay) => (delay <= SHORT ? "real" : "hold");
        let release = (): void => {};
        const ready = new Promise<void>((resolve) => {
          release = resolve;
        });
        const vendor = await openVendor(bench, trade, { ready });
        bench.defer(release);
        const patient = bench.call(vendor.client, trade.probe);
        for (const options of [{ timeout: SHORT }, { totalTimeout: SHORT }]) {
          const what = `an exchange that hangs, with ${JSON.stringify(options)}`;
          const error = errorOf(
            await bench.call(vendor.client, trade.probe, { options: { ...options, maxRetries: 0 } }),
            what,
          );
          promise(
            bench.isError(error, "APIConnectionTimeoutError"),
            `${what}: ${brief(error)} was thrown, an APIConnectionTimeoutError was expected`,
          );
        }
        sent({ requests: vendor.calls }, 0, "without a token");
        release();
        resultOf(await patient, "the caller that waits");
        sent({ requests: vendor.exchanges }, 1, "for a token");
      }),
  },
  {
    id: "credentials/exchange-aborted-before",
    title: "A call whose signal is aborted already asks for no token.",
    reason: "The key would travel for nobody, and the exchange would count.",
    source: whatwg("dom", "Aborting ongoing activities", "aborting-ongoing-activities"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openVendor(bench, trade);
        const options = { signal: AbortSignal.abort() };
        errorOf(await bench.call(vendor.client, trade.probe, { options }), "a signal that is aborted");
        sent(vendor.server, 0);
      }),
  },
  {
    id: "credentials/exchange-own-errors",
    title: "Calls that wait for one exchange get an error each, of the exchange's own operation.",
    reason:
      "One object for all is changed by the first that adds to it, and the operation that waited is not the one that failed.",
    source: oauth("5.1"),
    prepare: (target) =>
      trading(target, async (trade, bench) => {
        const vendor = await openVendor(bench, trade, { answer: { unexpected: true } });
        const outcomes = await Promise.all(
          [1, 2, 3].map(() => bench.call(vendor.client, trade.probe, { options: { maxRetries: 0 } })),
        );
        const errors = outcomes.map((outcome) => errorOf(outcome, "an exchange that gives no token"));
        promise(new Set(errors).size === errors.length, "calls that waited together got one error object");
        for (const error of errors) {
          promise(
            bench.isError(error, "APIResponseError"),
            `${brief(error)} was thrown, an APIResponseError was expected`,
          );
          const { path } = trade.login.operation;
          promise(error.path === path, `error.path is ${brief(error.path)}, ${path} was expected`);
        }
        sent({ requests: vendor.calls }, 0, "without a token");
      }),
  },
];
