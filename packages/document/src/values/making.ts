import type { JsonValue } from "../json.ts";
import type { Budget, Spending } from "./budget.ts";
import type { FromPattern } from "./make-string.ts";
import type { Above, Resolve } from "./shape.ts";

/** Whether a value matches a schema; `true` where that cannot be told. */
export type Holds = (schema: JsonValue, value: JsonValue) => boolean;

export interface ValueOptions {
  /** Properties that are `readOnly` do not stand in requests, `writeOnly` ones not in answers. */
  readonly direction: "request" | "answer";
  readonly resolve: Resolve;
  /** Take what the schema gives as example or default. @default false */
  readonly useGiven?: boolean;
  /** Leave out what may be left out. @default false */
  readonly minimal?: boolean;
  /** Give objects that are open to everything a member that nobody named. @default false */
  readonly withUnnamed?: boolean;
  /** What a string without format, pattern or enum is made of. @default "text" */
  readonly text?: string;
  /** Level from which optional members are left out. @default 6 */
  readonly depth?: number;
  readonly budget?: Budget;
  /** Holds what is made against the schema, where a schema forbids more than it says. */
  readonly holds?: Holds;
  /** Without it no text is made for a pattern that none of the usual ones matches. */
  readonly fromPattern?: FromPattern;
}

/** What the makers of parts of a value share. */
export interface Making {
  readonly options: Required<Omit<ValueOptions, "budget" | "fromPattern">> &
    Pick<ValueOptions, "fromPattern">;
  readonly spending: Spending;
  readonly make: (node: JsonValue | undefined, place: Place) => JsonValue | undefined;
}

/** Where in a value something is made. */
export interface Place {
  /** Schemas that the value stands in. */
  readonly above: Above | undefined;
  readonly level: number;
  /** Place in a list, so that its items differ. */
  readonly index: number;
  /** Leave out what may be left out. */
  readonly isTight: boolean;
}
