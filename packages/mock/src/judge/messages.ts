import type { Judgement, Question } from "@trunkline/document/mock";

/** What the thread is told. All but `forget` are answered, one after the other. */
export type Order =
  | { readonly open: number; readonly file: string; readonly strict: boolean }
  | { readonly ask: number; readonly question: Question }
  | { readonly forget: number };

/** What it says. */
export type Report =
  | { readonly opened: number }
  | { readonly judgement: Judgement }
  | {
      readonly refusal: {
        readonly status: 400 | 413;
        readonly location: readonly string[];
        readonly message: string;
      };
    }
  | { readonly error: string };
