/**
 * What became of a row.
 *
 * - `accepted`: the vendor accepted it.
 * - `rejected`: the vendor said that it is wrong, or refused its whole chunk, or the client could not send it.
 * - `undetermined`: the vendor processed its chunk and counts rows that failed, but does not say which.
 * - `unknown`: it was sent, and no answer came. Sent again, it may be processed twice.
 * - `unsent`: the vendor did not process it. It can be sent again as it is.
 */
export type FateName = "accepted" | "rejected" | "undetermined" | "unknown" | "unsent";

/** How many rows have which fate. */
export type FateCounts = { readonly [fate in FateName]: number };
