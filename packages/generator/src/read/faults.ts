import type { Diagnostic } from "../diagnostics.ts";
import { fileIndexOf, offsetOf, type Position } from "./positions.ts";
import type { SourceFile } from "./source-file.ts";

/** Collects what is wrong with a document while it is read. */
export class Faults {
  readonly #files: readonly SourceFile[];
  readonly #diagnostics: Diagnostic[] = [];
  readonly #seen = new Set<string>();

  /** @param files numbered as in the positions given to {@link error} and {@link warning} */
  constructor(files: readonly SourceFile[]) {
    this.#files = files;
  }

  get all(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  get failed(): boolean {
    return this.#diagnostics.some((one) => one.severity === "error");
  }

  error(at: Position, code: string, message: string, hint?: string): void {
    this.#add("error", at, code, message, hint);
  }

  warning(at: Position, code: string, message: string, hint?: string): void {
    this.#add("warning", at, code, message, hint);
  }

  #add(severity: "error" | "warning", at: Position, code: string, message: string, hint?: string): void {
    // A shared part is walked once for each ref that inlines it: its fault is one fault.
    const id = `${at} ${code} ${message}`;
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    const location = this.#files[fileIndexOf(at)]?.locate(offsetOf(at)) ?? { file: "?", line: 1, column: 1 };
    this.#diagnostics.push({ severity, code, message, location, ...(hint === undefined ? {} : { hint }) });
  }
}
