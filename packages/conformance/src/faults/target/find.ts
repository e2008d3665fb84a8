import type { Bench } from "../bench/bench.ts";
import type { FaultRun } from "../types.ts";
import type { Probe } from "./probe.ts";
import type { Target } from "./target.ts";

/** The case for what was found, or the reason why there is none. */
export function given<T>(
  found: T | undefined,
  missing: string,
  run: (found: T, bench: Bench) => Promise<void>,
): FaultRun | string {
  return found === undefined ? missing : (bench) => run(found, bench);
}

/** Whether it is the operation of a token exchange, which the client calls by itself. */
export function isExchange(target: Target, probe: Probe): boolean {
  return [...target.auth.schemes.values()].some((scheme) => scheme.exchange?.operation === probe.id);
}

/** Operations with a credential first, then current ones, then plain ones. */
export function ordinary(target: Target, wanted: (probe: Probe) => boolean): Probe | undefined {
  const rank = (probe: Probe): number =>
    (probe.schemes.length > 0 ? 0 : 8) +
    (probe.operation.deprecated ? 4 : 0) +
    (probe.isPaged ? 2 : 0) +
    (probe.names.path.length > 0 ? 1 : 0);
  return target.probes
    .filter((probe) => !isExchange(target, probe) && wanted(probe))
    .sort((one, other) => rank(one) - rank(other))[0];
}

/** Such an operation that carries a secret. */
export function secured(target: Target, wanted: (probe: Probe) => boolean): Probe | undefined {
  return ordinary(target, (probe) => probe.schemes.length > 0 && wanted(probe));
}

function isReading({ method, returns, retry }: Probe): boolean {
  return method === "GET" && returns === "json" && retry !== "never";
}

/** An operation that reads JSON. */
export function reading(target: Target): Probe | undefined {
  return ordinary(target, isReading);
}

export const NO_READ = "no GET operation answers JSON";

/** An operation that reads JSON and carries a secret. */
export function securedReading(target: Target): Probe | undefined {
  return secured(target, isReading);
}

export const NO_SECURED_READ = "no GET operation answers JSON and carries a secret";

/** A POST that must not be repeated: no key, and no word of the vendor that it may be. */
export function writing(target: Target): Probe | undefined {
  return ordinary(
    target,
    (probe) => probe.method === "POST" && probe.keyHeader === undefined && probe.retry !== "always",
  );
}

export const NO_POST = "every POST operation takes an idempotency key";

/** A POST that takes an idempotency key. */
export function keyed(target: Target, keys?: Probe["keys"]): Probe | undefined {
  return ordinary(
    target,
    (probe) =>
      probe.method === "POST" && probe.keyHeader !== undefined && (keys === undefined || probe.keys === keys),
  );
}

export const NO_KEYED = "no POST operation takes an idempotency key";

/** Any operation with a JSON body. */
export function sendingJson(target: Target): Probe | undefined {
  return ordinary(target, isSendingJson);
}

export function isSendingJson({ sends, names }: Probe): boolean {
  return /[/+]json\b/.test(sends ?? "") && names.body === "fields";
}

/** Any operation that is sent with this method. */
export function withMethod(target: Target, method: string): Probe | undefined {
  return ordinary(target, (probe) => probe.method === method);
}
