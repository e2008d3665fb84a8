import type { Bench } from "../../bench/bench.ts";
import { promise } from "../../promise.ts";
import { given, isSendingJson, NO_SECURED_READ, secured, securedReading } from "../../target/find.ts";
import type { Probe } from "../../target/probe.ts";
import type { Target } from "../../target/target.ts";
import type { FaultRun } from "../../types.ts";

/** What middleware sees of an attempt, as far as the cases read it. */
export interface Seen {
  readonly attempt: number;
  readonly operation: string;
  readonly identity: string;
  readonly url: string;
}

export type Next = (changes?: unknown) => Promise<Response>;
export type Middleware = (request: Seen, next: Next) => unknown;

/** The option of a client that puts these functions around its attempts. */
export function chained(bench: Bench, ...functions: readonly Middleware[]): { readonly middleware: unknown } {
  const { chainMiddleware } = bench.module;
  promise(typeof chainMiddleware === "function", "the package does not export chainMiddleware");
  return { middleware: chainMiddleware(...functions) };
}

/** A read that carries a secret, or the next best, since what is promised of middleware is about credentials. */
export function wrapped(
  target: Target,
  run: (probe: Probe, bench: Bench) => Promise<void>,
): FaultRun | string {
  return given(securedReading(target) ?? secured(target, isSendingJson), NO_SECURED_READ, run);
}
