import type { Diagnostic } from "../diagnostics.ts";
import type { DocumentFiles } from "../make-document-files.ts";
import type { MadePackage, MakeInput } from "../make-package.ts";

/** What a thread asks for while it works. */
export type Question =
  | { readonly format: ReadonlyMap<string, string> }
  /** Files that a document alone is needed for, which is given as JSON in UTF-8. Who asks is told of their faults. */
  | { readonly filesOf: Uint8Array<ArrayBuffer> };

/** How work ends that fails. */
export type Failure =
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly error: string; readonly stack: string | undefined };

/** What a thread is told of its question. */
export type Answer =
  | { readonly formatted: ReadonlyMap<string, string> }
  | { readonly faults: readonly string[] }
  | Failure;

/** What a thread made of what it was given. */
export type Result = { readonly made: MadePackage } | { readonly documentFiles: DocumentFiles } | Failure;

/** What a thread says. */
export type FromWorker =
  | { readonly question: Question; readonly number: number }
  | { readonly result: Result };

/** What a thread is told. */
export type ToWorker =
  | { readonly make: MakeInput }
  | { readonly makeFilesOf: Uint8Array<ArrayBuffer> }
  | { readonly answer: Answer; readonly number: number };
