import { type CapturedTimer, type Clock, GUARD } from "./clock.ts";
import { settle } from "./pause.ts";

/**
 * Lets the time of a case go on as real time would: of all timers the next one that is due, however many there are, and
 * each when nothing is under way any more. Timers that fire in their own turn would add up what they wait together.
 *
 * @param isIdle whether the servers have answered all that came
 * @param limit timers after which the time stands still
 */
export async function passTime(clock: Clock, isIdle: () => boolean, limit = 2000): Promise<void> {
  const due = new Map<CapturedTimer, number>();
  for (let fired = 0; fired < limit; fired += 1) {
    do await settle(8);
    while (!isIdle());
    const at = performance.now();
    for (const timer of clock.pending)
      if (timer.delay < GUARD / 2 && !due.has(timer)) due.set(timer, at + timer.delay);
    const waiting = clock.pending.filter((timer) => due.has(timer));
    const [next] = waiting.sort((one, other) => (due.get(one) ?? 0) - (due.get(other) ?? 0));
    if (next === undefined) return;
    // Firing it moves the time by its whole delay, of which a part has passed already.
    clock.advance(Math.max(0, (due.get(next) ?? 0) - at) - Math.max(0, next.delay));
    next.fire();
  }
}
