import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

/** What the process and the formatter need besides the heaps of threads. */
const OUTSIDE_MEGABYTES = 350;
/** Of the rest, what the thread may take that reads the document, checks it and makes the client. */
const SHARE = 0.6;

/** Most of what is made is thrown away at once; with less room for it than this, it ends up in the heap, which grows. */
const YOUNG_MEGABYTES = 48;

/** A schema that leads to another is compiled within that one: chains of ten thousand are, too. */
const STACK_MEGABYTES = 32;

/** The threads that make one package: one that makes it, and one that helps with a large one. */
export class Threads {
  readonly megabytes: number;
  readonly maker: Worker;
  /** Whether they have made a package, of which they keep a part. */
  isUsed = false;
  #helper: Worker | undefined;

  constructor(megabytes: number) {
    this.megabytes = megabytes;
    this.maker = startThread((megabytes - OUTSIDE_MEGABYTES) * SHARE);
  }

  /** Started when it is asked for: most documents do without. */
  get helper(): Worker {
    this.#helper ??= startThread((this.megabytes - OUTSIDE_MEGABYTES) * (1 - SHARE));
    return this.#helper;
  }

  /** In the middle of its work, which nobody needs any more. */
  endHelper(): void {
    if (this.#helper === undefined) return;
    stopListening(this.#helper);
    void this.#helper.terminate();
    this.#helper = undefined;
  }

  get started(): readonly Worker[] {
    return this.#helper === undefined ? [this.maker] : [this.maker, this.#helper];
  }

  async terminate(): Promise<void> {
    await Promise.all(this.started.map((thread) => thread.terminate()));
  }
}

/** Threads without work, and the only document that they have seen. */
interface Idle {
  readonly threads: Threads;
  /** `undefined` = none yet. */
  readonly document: string | undefined;
}

let idle: Idle | undefined;

/**
 * The threads that made the same document before, or new ones. Never some that have seen another document: whatever that
 * one did to them does not reach this one.
 */
export function takeThreads(spec: string, megabytes: number): Threads {
  const waiting = idle;
  idle = undefined;
  const isFit =
    waiting?.threads.megabytes === megabytes && [undefined, resolve(spec)].includes(waiting.document);
  if (waiting !== undefined && isFit) {
    for (const thread of waiting.threads.started) {
      stopListening(thread);
      thread.ref();
    }
    return waiting.threads;
  }
  void waiting?.threads.terminate();
  return new Threads(megabytes);
}

/** Keeps threads for the next change of their document: they have loaded and compiled what the first run waits for. */
export function keepThreads(threads: Threads, spec: string): void {
  threads.isUsed = true;
  setIdle({ threads, document: resolve(spec) });
}

/** Starts a thread before there is something to do for it. */
export function prepareThreads(megabytes: number): void {
  if (idle === undefined) setIdle({ threads: new Threads(megabytes), document: undefined });
}

/** Not every listener: Node has some of its own, without which a worker falls silent. */
export function stopListening(thread: Worker): void {
  for (const event of ["message", "error", "exit"]) thread.removeAllListeners(event);
  // A thread may still run out of memory before it has ended. An error that nobody listens to ends the process, and is
  // thrown before the event that says to `terminate` that the thread is gone.
  thread.on("error", () => undefined);
}

function setIdle(next: Idle): void {
  void idle?.threads.terminate();
  idle = next;
  const forget = (): void => {
    if (idle === next) idle = undefined;
  };
  for (const thread of next.threads.started) {
    // It must not keep the process from ending, and what it fails of while it waits concerns nobody.
    thread.unref();
    thread.on("error", forget).on("exit", forget);
  }
}

function startThread(megabytes: number): Worker {
  // The file beside this one, as written or as built.
  const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  return new Worker(new URL(file, import.meta.url), {
    resourceLimits: {
      maxOldGenerationSizeMb: Math.max(64, megabytes),
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      stackSizeMb: STACK_MEGABYTES,
    },
  });
}
