import { setImmediate } from "node:timers";
import { type Exchange, withValueAt } from "@trunkline/document";
import { reset, sendAnswer, sendJson } from "../../bench/answers.ts";
import type { Bench } from "../../bench/bench.ts";
import type { FaultServer, Received } from "../../bench/server.ts";
import { BASE_PATH } from "../../bench/server.ts";
import { canary } from "../../target/credentials.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultRun } from "../../types.ts";
import { resultOf } from "../judge.ts";

/** A document's token exchange, and operations that need the token. */
export interface Trade {
  readonly exchange: Exchange;
  readonly login: Probe;
  readonly probe: Probe;
}

export const NONE = "the document declares no token exchange";

export function tradeOf(target: Target, wanted: (probe: Probe) => boolean): Trade | undefined {
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

export function trading(
  target: Target,
  run: (trade: Trade, bench: Bench) => Promise<void>,
): FaultRun | string {
  const trade =
    tradeOf(target, (one) => one.method === "GET" && one.returns === "json") ?? tradeOf(target, () => true);
  return trade === undefined ? NONE : (bench) => run(trade, bench);
}

/** A vendor with a token endpoint. Tokens are `token-1`, `token-2` … */
export interface Vendor {
  readonly server: FaultServer;
  readonly client: object;
  /** Exchanges that were asked for. */
  readonly exchanges: readonly Received[];
  /** Requests that carried a token. */
  readonly calls: readonly Received[];
}

export interface VendorOptions {
  /** @default 3600 */
  readonly expiresIn?: unknown;
  /** Whether a token is (still) good. @default every token is */
  readonly accepts?: (token: string) => boolean;
  /** What every exchange is answered, in place of a token. */
  readonly answer?: unknown;
  /** Exchanges are answered when this has resolved. @default at once */
  readonly ready?: Promise<unknown>;
  /** Status of the n-th exchange. @default 200 */
  readonly exchangeStatus?: (number: number) => number;
  readonly client?: Readonly<Record<string, unknown>>;
}

export async function openVendor(
  bench: Bench,
  { exchange, login, probe }: Trade,
  options: VendorOptions = {},
): Promise<Vendor> {
  const exchanges: Received[] = [];
  const calls: Received[] = [];
  const loginPath = BASE_PATH + login.operation.path;
  const server = await bench.serve(async (request, response) => {
    if (request.path === loginPath) {
      exchanges.push(request);
      await options.ready;
      const number = exchanges.length;
      const status = options.exchangeStatus?.(number) ?? 200;
      if (status !== 200) return status === 0 ? reset(response) : sendJson(response, status, {});
      if ("answer" in options) return sendJson(response, login.answer.status, options.answer);
      let body = withValueAt(login.answer.value, exchange.token, `tltoken-${number}`);
      if (exchange.expiresIn !== undefined)
        body = withValueAt(body, exchange.expiresIn, "expiresIn" in options ? options.expiresIn : 3600);
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

export function tokens(calls: readonly Received[]): string {
  return calls.map((one) => one.headers.authorization).join(", ");
}

/** A vendor whose first token was used and then revoked. */
export async function openWithRevoked(bench: Bench, trade: Trade): Promise<Vendor> {
  let revoked = false;
  const vendor = await openVendor(bench, trade, {
    accepts: (token) => !(revoked && token === "tltoken-1"),
  });
  resultOf(await bench.call(vendor.client, trade.probe), "the first call");
  revoked = true;
  return vendor;
}
