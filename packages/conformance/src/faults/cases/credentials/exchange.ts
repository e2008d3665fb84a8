import { setImmediate } from "node:timers";
import { reset, sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import type { FaultServer, Received } from "../../bench/server.ts";
import { BASE_PATH } from "../../bench/server.ts";
import { bearer, http, issue, oauth } from "../../sources.ts";
import type { Exchange } from "../../target/credentials.ts";
import { canary } from "../../target/credentials.ts";
import { withPointer } from "../../target/pointer.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultCase, FaultRun } from "../../types.ts";
import { promise } from "../../types.ts";
import { brief, errorOf, resultOf, sent, statusError } from "../judge.ts";

/** A document's token exchange, and operations that need the token. */
interface Trade {
  readonly exchange: Exchange;
  readonly login: Probe;
  readonly probe: Probe;
}

const NONE = "the document declares no token exchange";

function tradeOf(target: Target, wanted: (probe: Probe) => boolean): Trade | undefined {
  for (const { id, exchange } of target.auth.schemes.values()) {
    const login = target.probes.find((one) => one.id === exchange?.operation);
    const needing = target.probes.filter(
      (one) => one !== login && one.schemes.some((scheme) => scheme.id === id) && wanted(one),
    );
    const [probe] = needing.sort((one, other) => one.names.path.length - other.names.path.length);
    if (exchange !== undefined && login !== undefined && probe !== undefined)
      return { exchange, login, probe };
  }
  return undefined;
}

function trading(target: Target, run: (trade: Trade, bench: Bench) => Promise<void>): FaultRun | string {
  const trade =
    tradeOf(target, (one) => one.method === "GET" && one.returns === "json") ?? tradeOf(target, () => true);
  return trade === undefined ? NONE : (bench) => run(trade, bench);
}

/** A vendor with a token endpoint. Tokens are `token-1`, `token-2` … */
interface Vendor {
  readonly server: FaultServer;
  readonly client: object;
  /** Exchanges that were asked for. */
  readonly exchanges: readonly Received[];
  /** Requests that carried a token. */
  readonly calls: readonly Received[];
}

interface VendorOptions {
  /** @default 3600 */
  readonly expiresIn?: unknown;
  /** Whether a token is (still) good. @default every token is */
  readonly accepts?: (token: string) => boolean;
  /** Status of the n-th exchange. @default 200 */
  readonly exchangeStatus?: (number: number) => number;
  readonly client?: Readonly<Record<string, unknown>>;
}

async function openVendor(
  bench: Bench,
  { exchange, login, probe }: Trade,
  options: VendorOptions = {},
): Promise<Vendor> {
  const exchanges: Received[] = [];
  const calls: Received[] = [];
  const loginPath = BASE_PATH + login.operation.path;
  const server = await bench.serve((request, response) => {
    if (request.path === loginPath) {
      exchanges.push(request);
      const number = exchanges.length;
      const status = options.exchangeStatus?.(number) ?? 200;
      if (status !== 200) return status === 0 ? reset(response) : sendJson(response, status, {});
      let body = withPointer(login.answer.value, exchange.token, `tltoken-${number}`);
      if (exchange.expiresIn !== undefined)
        body = withPointer(body, exchange.expiresIn, "expiresIn" in options ? options.expiresIn : 3600);
      // A turn later, so that callers at the same time meet an exchange that is under way.
      return setImmediate(() => sendJson(response, login.answer.status, body));
    }
    calls.push(request);
    const token = (request.headers.authorization ?? "").replace(/^Bearer /, "");
    if (options.accepts?.(token) ?? true) return sendAnswer(response, probe.answer);
    return sendJson(response, 401, {});
  });
  const none = Object.fromEntries(
    [...bench.target.auth.schemes.values()]
      .filter((one) => one.exchange)
      .map((one) => [one.option, undefined]),
  );
  const client = bench.client(server.base, {
    ...none,
    [exchange.option]: canary("exchanged"),
    ...options.client,
  });
  return { server, client, exchanges, calls };
}

function tokens(calls: readonly Received[]): string {
  return calls.map((one) => one.headers.authorization).join(", ");
}

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
        let revoked = false;
        const vendor = await openVendor(bench, trade, {
          accepts: (token) => !(revoked && token === "tltoken-1"),
        });
        resultOf(await bench.call(vendor.client, trade.probe), "the first call");
        revoked = true;
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
        let revoked = false;
        const vendor = await openVendor(bench, trade, {
          accepts: (token) => !(revoked && token === "tltoken-1"),
        });
        resultOf(await bench.call(vendor.client, trade.probe), "the first call");
        revoked = true;
        const outcomes = await Promise.all(
          Array.from({ length: 50 }, () => bench.call(vendor.client, trade.probe)),
        );
        for (const outcome of outcomes) resultOf(outcome, "one of fifty calls");
        sent({ requests: vendor.exchanges }, 2, "for a token");
      }),
  },
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
