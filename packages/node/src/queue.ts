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
  /** Takes one out that waits. @returns false where it has been started */
  takeOut(one: Startable): boolean;
  /** Gives a place to the one that waits longest. */
  leave(): void;
}

/** undici's own queue keeps requests that were aborted, with their bodies, until they are at its head. */
export function createQueue(places: number): Queue {
  // It is started by whoever leaves: what traces it must find the one who asked.
  const waiting = new Map<Startable, AsyncResource>();
  let running = 0;
  const startFirst = (): void => {
    const [first] = waiting;
    if (first === undefined) {
      running -= 1;
      return;
    }
    const [one, resource] = first;
    waiting.delete(one);
    resource.runInAsyncScope(one.start, one);
  };
  return {
    get running() {
      return running;
    },
    get queued() {
      return waiting.size;
    },
    enter(one) {
      if (running >= places) {
        waiting.set(one, new AsyncResource("TrunklineQueue"));
        return;
      }
      running += 1;
      one.start();
    },
    takeOut: (one) => waiting.delete(one),
    leave() {
      if (waiting.size === 0) running -= 1;
      // Not before undici knows that the connection is free.
      else queueMicrotask(startFirst);
    },
  };
}
