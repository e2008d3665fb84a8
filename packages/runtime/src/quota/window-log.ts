/** What went out in one window: so many requests in any span of so long. */
export interface WindowLog {
  /**
   * Milliseconds until one more may go out, 0 where it may at once. What is in flight counts from its answer, which
   * cannot be earlier than now: the wait may turn out longer, never shorter.
   *
   * @param ahead how many others go first
   */
  wait(at: number, ahead: number): number;
  /** One goes out. Until it is settled it takes a place, however long that is. */
  take(): void;
  /** One came back: it counts from now, or not at all where nothing was sent. */
  settle(at: number, isCounted: boolean): void;
  /**
   * The vendor counts more than went out here: others send too. They count from a moment.
   *
   * @param since when the place of the request was taken whose answer says so: what left the window later was counted too
   */
  fill(at: number, used: number, from: number, since: number): void;
  /** How many of the limit are used up. */
  used(at: number): number;
  /** The moment at which the last place that is taken falls free again; undefined while one is in flight, or none is taken. */
  freeAt(at: number): number | undefined;
}

/**
 * Clocks that count in whole milliseconds see a span up to one shorter than it is.
 */
const ROUNDING = 1;

/** Moments that are gone may stay in the list until they are half of it: a list is not cut at each. */
const LEAST_CUT = 1024;

/**
 * Each request by itself, which is exact where buckets and leaky buckets let up to twice the limit through. A place
 * counts from the answer, not from when it was taken: the vendor counts arrivals, which are never later than that.
 *
 * @param per milliseconds
 */
export function windowLog(limit: number, per: number): WindowLog {
  const span = per + ROUNDING;
  /** Moments from which places count, in order; those before `head` are gone. */
  let moments: number[] = [];
  let head = 0;
  let inFlight = 0;

  function forget(at: number): void {
    while (head < moments.length && (moments[head] as number) <= at - span) head++;
    if (head < LEAST_CUT || head < moments.length / 2) return;
    moments = moments.slice(head);
    head = 0;
  }

  function add(moment: number): void {
    let index = moments.length;
    while (index > head && (moments[index - 1] as number) > moment) index--;
    if (index === moments.length) moments.push(moment);
    else moments.splice(index, 0, moment);
  }

  return {
    wait(at, ahead) {
      forget(at);
      // Those who go first take places too: each round of them takes another span.
      const rounds = Math.floor(ahead / limit);
      const settled = moments.length - head;
      const over = settled + inFlight + (ahead % limit) - limit;
      if (over < 0) return rounds * span;
      const next = over < settled ? (moments[head + over] as number) + span - at : span;
      return rounds * span + next;
    },
    take() {
      inFlight++;
    },
    settle(at, isCounted) {
      inFlight--;
      if (isCounted) add(at);
    },
    fill(at, used, from, since) {
      forget(at);
      let counted = moments.length - head + inFlight;
      for (let left = head - 1; left >= 0 && (moments[left] as number) > since - span; left--) counted++;
      const missing = Math.min(used, limit) - counted;
      for (let more = 0; more < missing; more++) add(Math.min(from, at));
    },
    used(at) {
      forget(at);
      return moments.length - head + inFlight;
    },
    freeAt(at) {
      forget(at);
      const last = moments.at(-1);
      return inFlight > 0 || head === moments.length || last === undefined ? undefined : last + span;
    },
  };
}
