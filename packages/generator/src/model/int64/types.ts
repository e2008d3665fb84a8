/**
 * Where a value holds integers of 64 bits, as the runtime takes it: `true` is the value itself, a text is a type by its
 * name, a list holds for one value all together, an object leads to members and `*` to all others.
 */
export type Place = true | string | readonly Place[] | { readonly [member: string]: Place };

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
