import type { Place } from "./place.ts";

/** Where requests hold dates without a time. */
export interface DatesModel {
  /** Name of a type -> where it holds some. */
  readonly types: Readonly<Record<string, Place>>;
  /** By the ids of operations that have such places. */
  readonly operations: ReadonlyMap<string, Place>;
}
