import type { Diagnostic } from "../diagnostics.ts";
import type { MadePackage, MakeInput } from "../make-package.ts";

/** What the thread that makes a package says. */
export type FromWorker =
  | { readonly format: ReadonlyMap<string, string> }
  | { readonly made: MadePackage }
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly error: string; readonly stack: string | undefined };

/** What it is told: to make a package; the files that it asked to be formatted, or why they cannot be. */
export type ToWorker =
  | { readonly make: MakeInput }
  | { readonly formatted: ReadonlyMap<string, string> }
  | { readonly failure: string };
