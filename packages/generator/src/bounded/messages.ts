import type { Diagnostic } from "../diagnostics.ts";
import type { MadePackage, MakeInput } from "../make-package.ts";

/** What the thread that makes a package says. */
export type FromWorker =
  | { readonly format: ReadonlyMap<string, string>; readonly request: number }
  | { readonly made: MadePackage }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly error: string; readonly stack: string | undefined };

/** What it is told: to make a package; the files of a request to format, or why they cannot be. */
export type ToWorker =
  | { readonly make: MakeInput }
  | { readonly formatted: ReadonlyMap<string, string>; readonly request: number }
  | { readonly failure: string; readonly request: number };
