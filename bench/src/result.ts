/** A figure of a table, by its column; text where words say more. */
export type Value = number | string;

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Decimals. @default 0 */
  readonly digits?: number;
}

export interface Row {
  readonly name: string;
  /** Whether it is one of our packages. */
  readonly ours?: boolean;
  readonly values: Readonly<Record<string, Value>>;
  /** Set when it could not generate, compile or answer: what was run, and what came of it. */
  readonly failed?: Failure;
}

export interface Failure {
  readonly ran: string;
  readonly reason: string;
}

export interface Table {
  readonly title: string;
  /** What was measured, and how. */
  readonly text: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Column that the chart shows. @default no chart */
  readonly chart?: string;
}

/** What was to be reached, and whether it was. */
export interface Target {
  readonly text: string;
  readonly figure: string;
  readonly reached: boolean;
}

/** A target in whose place another one stands. It stays listed, so that nobody takes the later one for the first. */
export function replaced(target: Target): Target {
  return { ...target, text: `${target.text} (replaced)` };
}

/** What one bench found. */
export interface Result {
  readonly tables: readonly Table[];
  readonly targets: readonly Target[];
}

/** A bench, by the name that it is run by. */
export interface Bench {
  readonly name: string;
  readonly title: string;
  /** What may stand behind its name. @default nothing */
  readonly takes?: { readonly titles: () => Promise<readonly string[]>; readonly flags: readonly string[] };
  /** @param asked - what stood behind its name */
  readonly run: (asked: readonly string[]) => Promise<Result>;
}
