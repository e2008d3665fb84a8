import type { ClientModule } from "../contract/types.ts";
import type { ClientAdapter } from "./adapter/types.ts";
import type { Bench } from "./bench/bench.ts";
import type { Target } from "./target/target.ts";

/** What a fault is about. */
export type FaultGroup =
  | "retry"
  | "time"
  | "body"
  | "credentials"
  | "redirects"
  | "paths"
  | "pages"
  | "errors"
  | "secrets"
  | "bulk"
  | "middleware"
  | "resources"
  | "webhooks";

/** A section of a standard or a public thread. */
export interface FaultSource {
  /** `RFC 9110 §9.2.2`, `openai/openai-node#1825` … */
  readonly name: string;
  readonly url: string;
}

/** Judges one client: returns when the promise is kept, throws a {@link FaultFailure} when it is not. */
export type FaultRun = (bench: Bench) => Promise<void>;

/** One promise, and the misbehaviour that puts it to the test. */
export interface FaultCase {
  /** `group/name`: stable, for reports that are compared. */
  readonly id: string;
  /** The promise, in one sentence. */
  readonly title: string;
  /** What goes wrong where it is not kept. */
  readonly reason: string;
  readonly source: FaultSource;
  /** The case for this package, or the reason why it does not apply. */
  prepare(target: Target): FaultRun | string;
}

/** How a case ended for one package. */
export interface FaultCell {
  readonly id: string;
  readonly group: FaultGroup;
  readonly title: string;
  readonly verdict: "pass" | "fail" | "n/a";
  /** Why it failed, or why it does not apply. */
  readonly detail: string | undefined;
  readonly reason: string;
  readonly source: FaultSource;
  /** Real milliseconds. */
  readonly duration: number;
}

/** All cells of one package; plain data, ready for `JSON.stringify`. */
export interface FaultReport {
  /** Name of the package. */
  readonly package: string;
  /** Name of its client class. */
  readonly client: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  /**
   * How many operations could be called, because the document has examples for them. If there are none, passed cases
   * say nothing about the client's calls.
   */
  readonly callable: number;
  /** Real milliseconds. */
  readonly duration: number;
  readonly cells: readonly FaultCell[];
}

/** Options of {@link runFaults}. */
export interface FaultOptions<Client = unknown> {
  /** Only these groups. @default all */
  groups?: readonly FaultGroup[] | undefined;
  /** Only these cases, by id. @default all */
  cases?: readonly string[] | undefined;
  /** Longest time for a case, in milliseconds of real time. @default 6_000 */
  deadline?: number | undefined;
  /**
   * The client's module, in place of the one that the package's exports name.
   * @default the built package, imported
   */
  module?: ClientModule | undefined;
  /**
   * A client of another generator, as a module that exports the members of {@link ClientAdapter}. The first argument is
   * then the path of its document.
   *
   * @default none: the package is a Trunkline client
   */
  adapter?: ClientAdapter<Client> | undefined;
  /** Called after each case, for a line of progress. */
  onCell?: ((cell: FaultCell) => void) | undefined;
}
