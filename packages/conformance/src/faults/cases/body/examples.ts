import { isDeepStrictEqual } from "node:util";
import { asWritten } from "../../../as-written.ts";
import type { Bench } from "../../bench/bench.ts";
import type { Handler } from "../../bench/server.ts";
import { promise } from "../../promise.ts";
import { ordinary } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import { brief, errorOf, resultOf } from "../judge.ts";

/** What a call yields, compared with the example; pages by their whole body. */
export async function yieldsExample(
  bench: Bench,
  probe: Probe,
  handle: Handler,
  what: string,
): Promise<void> {
  const server = await bench.serve(handle);
  const value = resultOf(await bench.call(bench.client(server.base, { maxRetries: 0 }), probe), what);
  const got = probe.isPaged ? (value as { body?: unknown }).body : value;
  promise(
    isDeepStrictEqual(asWritten(probe.extension, got, probe.yields), probe.yields),
    `${what}: the call yielded ${brief(got)}, not the example`,
  );
}

export async function lies(bench: Bench, probe: Probe, handle: Handler, what: string): Promise<void> {
  const server = await bench.serve(handle);
  const error = errorOf(await bench.call(bench.client(server.base, { maxRetries: 0 }), probe), what);
  promise(
    bench.isError(error, "APIResponseError"),
    `${what}: ${brief(error)} was thrown, an APIResponseError was expected`,
  );
  promise(error.status === 200, `${what}: error.status is ${String(error.status)}, 200 expected`);
  promise(error.message.length < 2000, `${what}: the message has ${error.message.length} characters`);
}

export const text = (probe: Probe): string => probe.answer.body.toString();

/** An operation that answers JSON in an object. */
export function object(target: Target): Probe | undefined {
  return ordinary(
    target,
    (one) =>
      one.method === "GET" &&
      one.returns === "json" &&
      !one.isPaged &&
      typeof one.yields === "object" &&
      !Array.isArray(one.yields),
  );
}

export const NO_OBJECT = "no GET operation answers a plain JSON object";

/** The example with one of its parts exchanged. */
export function replace(whole: unknown, part: unknown, by: unknown): unknown {
  if (whole === part) return by;
  if (typeof whole !== "object" || whole === null) return whole;
  return Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, replace(value, part, by)]));
}
