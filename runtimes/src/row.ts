/** What came of one step of the scenario; `error` is missing where it went well. */
export interface Step {
  readonly name: string;
  readonly error?: string;
  /** What the runtime itself cannot do. */
  readonly limit?: string;
}

/** One line of the table. */
export interface Row {
  readonly runtime: string;
  /** How the packages got there: as ESM, as CJS, by a bundler. */
  readonly form: string;
  /** The steps, or why they were not taken. */
  readonly outcome: readonly Step[] | { readonly skipped: string };
}

export function isSkipped(outcome: Row["outcome"]): outcome is { readonly skipped: string } {
  return "skipped" in outcome;
}

export function failuresOf({ outcome }: Row): readonly Step[] {
  return isSkipped(outcome) ? [] : outcome.filter((step) => step.error !== undefined);
}
