import { type Ending, startClock } from "../clock/clock.ts";
import { remade } from "../errors/remade.ts";
import type { CallRequest } from "../layer.ts";
import { endingError } from "../layer-errors.ts";

/** Waits for work that others may wait for too: a caller that gives up leaves it, and does not end it for them. */
export async function unlessEnded<T>(
  work: Promise<T>,
  request: Pick<CallRequest, "facts" | "limits" | "signal">,
  limit: number,
  ending: Ending,
): Promise<T> {
  const clock = startClock(request.signal);
  clock.arm(limit, ending);
  try {
    return await clock.race(work);
  } catch (error) {
    throw clock.ended ? endingError(request, clock.ended) : remade(error);
  } finally {
    clock.stop();
  }
}
