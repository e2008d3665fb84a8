/**
 * What became of a row. `accepted`: the vendor took it, as it said of the row, or of a whole chunk with nothing failed.
 * `rejected`: the vendor named it, or refused its chunk as a whole. `undetermined`: its chunk was processed, and the vendor
 * counts failures in it that it does not name. `unknown`: it was sent, no answer came, and sending it again may do it
 * twice. `unsent`: the vendor did not take it, and it can be sent as it is.
 */
export type FateName = "accepted" | "rejected" | "undetermined" | "unknown" | "unsent";

/** How many rows have which fate. */
export type FateCounts = { readonly [fate in FateName]: number };
