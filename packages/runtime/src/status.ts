/** A status, or a family: every status from 400 to 499, or from 500 to 599. */
export type StatusPattern = number | "4XX" | "5XX";

/** Whether a value says which statuses are meant. */
export function isStatusPattern(value: unknown): value is StatusPattern {
  const isStatus = Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599;
  return isStatus || value === "4XX" || value === "5XX";
}

/** Whether a status is the one that is named, or belongs to the family that is. */
export function matchesStatus(status: number, pattern: StatusPattern): boolean {
  return pattern === status || pattern === statusFamily(status);
}

/** The family of an error's status; "" for any other status. */
export function statusFamily(status: number): "4XX" | "5XX" | "" {
  if (status >= 400 && status <= 499) return "4XX";
  return status >= 500 && status <= 599 ? "5XX" : "";
}
