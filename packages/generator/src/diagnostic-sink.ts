import type { Diagnostic, Location } from "./diagnostics.ts";

/** Takes what is wrong, at places of some kind: positions of sources, or pointers into the bundled document. */
export interface Reporter<At> {
  error(at: At, code: string, message: string, hint?: string): void;
}

/** Collects what is found about a document: while it is read, checked, and made a model of. */
export class DiagnosticSink<At> implements Reporter<At> {
  readonly #locate: (at: At) => Location;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  constructor(locate: (at: At) => Location) {
    this.#locate = locate;
  }

  get all(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get failed(): boolean {
    return this.#diagnostics.some(({ severity }) => severity === "error");
  }

  error(at: At, code: string, message: string, hint?: string): void {
    this.add("error", at, code, message, hint);
  }

  warning(at: At, code: string, message: string, hint?: string): void {
    this.add("warning", at, code, message, hint);
  }

  add(severity: Diagnostic["severity"], at: At, code: string, message: string, hint?: string): void {
    const location = this.#locate(at);
    // What several places share is written once in the sources: its fault is one fault.
    const id = `${location.file}:${location.line}:${location.column} ${code} ${message}`;
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#diagnostics.push({ severity, code, message, location, ...(hint === undefined ? {} : { hint }) });
  }
}
