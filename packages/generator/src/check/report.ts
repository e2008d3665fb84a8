import type { Diagnostic } from "../diagnostics.ts";
import type { LoadedDocument, Pointer } from "../read/types.ts";

/** Takes faults. */
export interface Reporter {
  error(at: Pointer, code: string, message: string, hint?: string): void;
}

/** Collects what a check finds, at places of the bundled document. */
export class Report implements Reporter {
  readonly #loaded: LoadedDocument;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  constructor(loaded: LoadedDocument) {
    this.#loaded = loaded;
  }

  get all(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  error(at: Pointer, code: string, message: string, hint?: string): void {
    this.add("error", at, code, message, hint);
  }

  warning(at: Pointer, code: string, message: string, hint?: string): void {
    this.add("warning", at, code, message, hint);
  }

  add(severity: "error" | "warning", at: Pointer, code: string, message: string, hint?: string): void {
    const location = this.#loaded.locate(at);
    // What several places share is written once in the sources: its fault is one fault.
    const id = `${location.file}:${location.line}:${location.column} ${code} ${message}`;
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#diagnostics.push({ severity, code, message, location, ...(hint === undefined ? {} : { hint }) });
  }
}
