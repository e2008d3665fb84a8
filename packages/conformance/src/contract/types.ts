import type { JsonValue } from "@trunkline/document";
import type { DocumentExample, DocumentOperation } from "@trunkline/mock/document";

/** Options of {@link contractCases} and {@link runContract}. */
export interface ContractOptions {
  /**
   * The client's module, in place of the one that the package's exports name.
   * @default the built package, imported
   */
  module?: ClientModule | undefined;
  /**
   * What to do with a fault of the document because of which a case cannot be tried, such as an example that is missing
   * or breaks its own schema. `"fail"`: the case fails. `"note"`: the case only says so, for a document that is not
   * yours.
   *
   * @default "fail"
   */
  documentFaults?: "fail" | "note" | undefined;
}

/** What a client package exports. */
export type ClientModule = Readonly<Record<string, unknown>>;

/** All cases of a package. They share one mock server, which starts with the first case. */
export interface ContractSuite extends AsyncDisposable {
  /** Name of the package. */
  readonly name: string;
  /** How many operations of the document the client must offer. */
  readonly operations: number;
  readonly cases: readonly ContractCase[];
  /** Loads the client and starts the mock server. Otherwise the first case does it. */
  prepare(): Promise<void>;
  /** What the cases that have passed so far cover. */
  coverage(): Coverage;
  close(): Promise<void>;
}

export type CaseKind =
  | "response"
  | "request"
  | "walk"
  | "credential"
  | "exchange"
  | "idempotency"
  | "alias"
  | "names";

/** One promise of a package. */
export interface ContractCase {
  readonly kind: CaseKind;
  /** operationId, else the route. */
  readonly operation: string;
  /** What is tried: `200 first`, `request minimal`, `walk by cursor` … */
  readonly name: string;
  /**
   * @returns why it could not be tried, if the document is at fault and `documentFaults` is "note"
   * @throws ContractFailure that lists everything that is wrong
   */
  run(): Promise<string | undefined>;
}

/** A promise that is not kept. */
export class ContractFailure extends Error {
  override readonly name: string = "ContractFailure";
  readonly problems: readonly string[];

  constructor(title: string, problems: readonly string[]) {
    super(`${title}\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/** Operations × statuses × examples, and whether each request field was set at least once. */
export interface Coverage {
  readonly rows: readonly CoverageRow[];
  /** True when every row is full. */
  readonly complete: boolean;
}

export interface CoverageRow {
  readonly operation: string;
  readonly statuses: Count;
  readonly examples: Count;
  readonly requests: Count;
  /** Parameters and body properties. */
  readonly fields: Count;
  /** What is not covered, in words. */
  readonly missing: readonly string[];
}

export interface Count {
  readonly covered: number;
  readonly of: number;
}

/** Result of a whole run, as data. */
export interface ContractReport {
  readonly package: string;
  /**
   * No case failed and nothing is uncovered; where faults of the document are notes, no case failed. `false` where nothing
   * was tried.
   */
  readonly passed: boolean;
  readonly operations: number;
  readonly cases: number;
  /** Cases that were tried: the others have a note that says why they were not. */
  readonly tried: number;
  readonly failures: number;
  readonly milliseconds: number;
  readonly results: readonly CaseResult[];
  readonly coverage: Coverage;
}

export interface CaseResult {
  readonly kind: CaseKind;
  readonly operation: string;
  readonly name: string;
  /** Empty when the case passed. */
  readonly problems: readonly string[];
  /** Why it could not be tried. */
  readonly note?: string | undefined;
}

/** An operation with the names that the package gives it. */
export interface Target {
  readonly operation: DocumentOperation;
  readonly names: LockedNames;
}

/** An entry of names.lock, as far as a caller needs it. */
export interface LockedNames {
  readonly id: string;
  readonly resource: string;
  readonly method: string;
  readonly walk: string | undefined;
  /** Method that takes any number of rows. */
  readonly bulk?: string | undefined;
  /** The method gives pages. */
  readonly paged?: boolean;
  /** Media type of the body, where it is not plain JSON. */
  readonly media?: string | undefined;
  readonly aliases: readonly string[];
  readonly path: readonly string[];
  readonly body: string;
  readonly nested: Readonly<Record<string, string>>;
}

/** What a caller wants to say with one call, by wire names. */
export interface Sample {
  readonly path: Values;
  readonly query: Values;
  readonly header: Values;
  readonly cookie: Values;
  readonly body: SampleBody | undefined;
  readonly idempotencyKey: string | undefined;
}

export type Values = ReadonlyMap<string, JsonValue>;

export interface SampleBody {
  readonly type: string;
  readonly example: DocumentExample;
}
