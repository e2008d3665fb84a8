import { now } from "./timers.ts";

/** The moment so many milliseconds on. Where there is no limit, nobody looks at the clock, which has its price. */
export function deadlineIn(limit: number): number {
  return limit === Number.POSITIVE_INFINITY ? limit : now() + limit;
}

/** Milliseconds that are left. */
export function until(deadline: number): number {
  return deadline === Number.POSITIVE_INFINITY ? deadline : deadline - now();
}
