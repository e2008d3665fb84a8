import type { Diagnostic } from "../diagnostics.ts";
import type { MadePackage, MakeInput } from "../make-package.ts";
import type { MadeSchema } from "../make-schema.ts";

/** What a thread asks for while it works. */
export type Question =
  | { readonly format: ReadonlyMap<string, string> }
  /** Types of a whole document, which is given as JSON. */
  | { readonly schemaOf: string };

/** How work ends that fails. */
export type Failure =
  | { readonly diagnostics: readonly Diagnostic[] }
  | { readonly error: string; readonly stack: string | undefined };

/** What a thread is told of its question. */
export type Answer =
  | { readonly formatted: ReadonlyMap<string, string> }
  | { readonly schema: MadeSchema }
  | Failure;

/** What a thread made of what it was given. */
export type Result = { readonly made: MadePackage } | { readonly schema: MadeSchema } | Failure;

/** What a thread says. */
export type FromWorker =
  | { readonly question: Question; readonly number: number }
  | { readonly result: Result };

/** What a thread is told. */
export type ToWorker =
  | { readonly make: MakeInput }
  | { readonly makeSchemaOf: string }
  | { readonly answer: Answer; readonly number: number };
