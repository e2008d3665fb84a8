import type { Status } from "./x-trunkline.ts";

/** Whether a status is the one that is named, or of the family that is. */
export function matchesStatus(status: number, named: Status): boolean {
  return named === status || (typeof named === "string" && named === statusFamily(status));
}

/** `404` -> `4XX`. */
export function statusFamily(status: number): string {
  return `${Math.floor(status / 100)}XX`;
}
