// Data that the servers give to the scenario: the calls that are redirected, and what must come of each.

export type KeyPlace = "header key" | "bearer" | "query key";

/** One call that is redirected. */
export interface RedirectCell {
  readonly name: string;
  /** Base URL; the server knows by it where to send the call. */
  readonly base: string;
  readonly key: KeyPlace;
  readonly method: "GET" | "POST";
  /** The method that lands, or words of the error. */
  readonly wanted: { readonly lands: "GET" | "POST" } | { readonly says: string };
}

/** All cells, the key that they carry, and for each place the address at which a client without care is sent there. */
export interface RedirectMatrix {
  readonly cells: readonly RedirectCell[];
  readonly secret: string;
  readonly careless: readonly string[];
}
