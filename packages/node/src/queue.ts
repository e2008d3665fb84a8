import { AsyncResource } from "node:async_hooks";

/** What waits for a place. */
export interface Startable {
  /** Called once, when it has a place. */
  start(): void;
}

/** Places of the requests to one origin, given in the order in which they are asked for. */
export interface Queue {
  readonly running: number;
  readonly queued: number;
  /** Starts it as soon as there is a place, at once where there is one. */
  enter(one: Startable): void;
  /** Gives its place to others while one that was started has to wait for something else; then it enters again, before all who were not started yet. */
  stepAside(one: Startable): void;
  /** Takes one out that waits. @returns false where it has been started */
  takeOut(one: Startable): boolean;
  /** Gives a place to the one that waits longest. */
  leave(): void;
}

/** undici's own queue keeps requests that were aborted, with their bodies, until they are at its head. */
export function createQueue(places: number): Queue {
  // It is started by whoever leaves: what traces it must find the one who asked.
  const waiting = new Map<Startable, AsyncResource>();
  // Those that were started before, in front of the others.
  const again = new Map<Startable, AsyncResource>();
  const aside = new Set<Startable>();
  let running = 0;
  const startFirst = (): void => {
    const line = again.size > 0 ? again : waiting;
    const [first] = line;
    if (first === undefined) {
      running -= 1;
      return;
    }
    const [one, resource] = first;
    line.delete(one);
    resource.runInAsyncScope(one.start, one);
  };
  const leave = (): void => {
    if (waiting.size + again.size === 0) running -= 1;
    // Not before undici knows that the connection is free.
    else queueMicrotask(startFirst);
  };
  return {
    get running() {
      return running;
    },
    get queued() {
      return waiting.size + again.size + aside.size;
    },
    enter(one) {
      const line = aside.delete(one) ? again : waiting;
      if (running >= places) {
        line.set(one, new AsyncResource("TrunklineQueue"));
        return;
      }
      running += 1;
      one.start();
    },
    stepAside(one) {
      aside.add(one);
      leave();
    },
    takeOut: (one) => [waiting, again, aside].some((line) => line.delete(one)),
    leave,
  };
}
