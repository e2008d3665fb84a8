import type { Dispatcher } from "./options.ts";
import type { Queue } from "./queue.ts";

/** The way of requests to one origin. */
export interface Way {
  readonly dispatcher: Dispatcher;
  /** Undefined where the dispatcher has one of its own. */
  readonly queue: Queue | undefined;
  readonly maxDecompressed: number;
  /** Puts a failure before the first byte into words. */
  explain(error: Error): Error;
  /** Called once for each request, when its connection is free or gone. */
  onDone(): void;
}
