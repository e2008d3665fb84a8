/** Where a target is missed: what is in the way, and what was tried. By bench; shown while one of its targets is missed. */
export const NOTES: Readonly<Record<string, readonly string[]>> = {};
