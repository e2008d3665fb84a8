import type { Bench } from "../../bench/bench.ts";
import { CANARY, canary } from "../../target/credentials.ts";
import { given, secured } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultRun } from "../../types.ts";

/** A secret with the signs that servers write in ways of their own. */
export const AWKWARD: string = `${CANARY}-/7f3+a&9<c>1"e'5=5d0/`;

/** The client option of the secret that an operation is sent with. */
export function secretOption(target: Target, probe: Probe): string {
  const [scheme] = probe.schemes;
  const options = Object.entries(target.credentials);
  const password = options.find(([, value]) => value === canary("password"))?.[0];
  return (scheme?.kind === "basic" ? password : scheme?.option) ?? "apiKey";
}

/** The case for an operation that reads JSON, with a secret of the suite's choice and without retries. */
export function withSecret(
  target: Target,
  secret: string,
  run: (probe: Probe, bench: Bench, client: (base: string, more?: object) => object) => Promise<void>,
  kind?: "basic",
): FaultRun | string {
  const isWanted = (probe: Probe): boolean =>
    probe.method === "GET" &&
    probe.returns === "json" &&
    probe.schemes.length === 1 &&
    (kind === undefined || probe.schemes[0]?.kind === kind);
  const missing = kind ? "no GET operation takes a password" : "no GET operation answers JSON for one secret";
  return given(secured(target, isWanted), missing, (probe, bench) => {
    const option = secretOption(target, probe);
    return run(probe, bench, (base, more) =>
      bench.client(base, { [option]: secret, maxRetries: 0, ...more }),
    );
  });
}
