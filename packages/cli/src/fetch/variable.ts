/** Name of the variable that holds what a vendor's document is asked with, and what must not be written down. */
export function variableOf(what: "HEADER" | "QUERY", vendor: string): string {
  return `TRUNKLINE_${what}_${vendor.toUpperCase().replace(/[^A-Z0-9]/g, "_")}`;
}
