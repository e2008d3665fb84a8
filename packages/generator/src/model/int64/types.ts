import type { Place } from "../places/place.ts";

export interface OperationPlaces {
  readonly request: Place | undefined;
  readonly answer: Place | undefined;
  readonly error: Place | undefined;
}

/** Where answers and requests hold integers of 64 bits, which are exact. */
export interface Int64Model {
  readonly as: "bigint" | "string";
  readonly types: Readonly<Record<string, Place>>;
  /** Types that are one of several, by the member that says which. */
  readonly unions: Readonly<
    Record<string, readonly [member: string, places: Readonly<Record<string, Place>>]>
  >;
  /** By the ids of operations that have such places. */
  readonly operations: ReadonlyMap<string, OperationPlaces>;
}
