import { escapeInvisible } from "./invisible.ts";

/** A place in a source file. */
export interface Location {
  /** Path as a person would type it: relative to the working directory where that is possible. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}

/** Something that a person should know about a document. */
export interface Diagnostic {
  /**
   * `error`: nothing is generated. `warning`: something to look at. `guess`: something that was inferred, and that you
   * can set yourself.
   */
  readonly severity: "error" | "warning" | "guess";
  /** Stable code in kebab-case, for tests and filters. */
  readonly code: string;
  readonly message: string;
  readonly location: Location;
  /** What to do, as a sentence or as the nearest valid name. */
  readonly hint?: string;
}

/** A document that cannot be used. Its message lists every fault, with its place and what to do. */
export class DocumentError extends Error {
  override readonly name: string = "DocumentError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(formatDiagnostic).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/**
 * Formats a fault on one line, and what to do about it on the next.
 *
 * @example
 * specs/agora/openapi.yaml:12:5 error x-trunkline-unknown-key: "enviroment" is not a key of x-trunkline here
 *   did you mean "environment"?
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { location, severity, code, message, hint } = diagnostic;
  const head = `${location.file}:${location.line}:${location.column} ${severity} ${code}: ${message}`;
  // A name in it may hold a line that looks like one of ours.
  const line = printable(head).replaceAll("\n", "\\n");
  return hint === undefined ? line : `${line}\n  ${printable(hint).replaceAll("\n", "\n  ")}`;
}

/** By file, then line, then column; equal places keep their order. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.location.file, b.location.file) ||
      a.location.line - b.location.line ||
      a.location.column - b.location.column,
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Text of a document must not steer the terminal that prints it: no escapes, no direction marks. */
function printable(text: string): string {
  return escapeInvisible(text).replaceAll("\t", "\\t");
}
