import { resolve } from "node:path";
import { Worker } from "node:worker_threads";

/** A thread that makes packages, with the limit of its memory and the only document that it has seen. */
interface Idle {
  readonly thread: Worker;
  readonly megabytes: number;
  /** `undefined` = none yet. */
  readonly document: string | undefined;
}

/** What the process and the formatter need besides the thread's heap. */
const OUTSIDE_MEGABYTES = 350;

let idle: Idle | undefined;

/**
 * The thread that made the same document before, or a new one. Never one that has seen another document: whatever that
 * one did to it does not reach this one.
 */
export function takeThread(spec: string, megabytes: number): Worker {
  const kept = idle;
  idle = undefined;
  const isFit = kept?.megabytes === megabytes && [undefined, resolve(spec)].includes(kept.document);
  if (kept !== undefined && isFit) {
    stopListening(kept.thread);
    kept.thread.ref();
    return kept.thread;
  }
  void kept?.thread.terminate();
  return startThread(megabytes);
}

/** Keeps a thread for the next change of its document: it has loaded and compiled what the first run waits for. */
export function keepThread(thread: Worker, spec: string, megabytes: number): void {
  keep({ thread, megabytes, document: resolve(spec) });
}

/** Starts a thread before there is something to do for it. */
export function prepareThread(megabytes: number): void {
  if (idle === undefined) keep({ thread: startThread(megabytes), megabytes, document: undefined });
}

/** Not every listener: Node has some of its own, without which a worker falls silent. */
export function stopListening(thread: Worker): void {
  for (const event of ["message", "error", "exit"]) thread.removeAllListeners(event);
}

function keep(next: Idle): void {
  void idle?.thread.terminate();
  idle = next;
  // It must not keep the process from ending, and what it fails of while it waits concerns nobody.
  next.thread.unref();
  const forget = (): void => {
    if (idle === next) idle = undefined;
  };
  next.thread.on("error", forget).on("exit", forget);
}

function startThread(megabytes: number): Worker {
  // The file beside this one, as written or as built.
  const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  return new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: Math.max(64, megabytes - OUTSIDE_MEGABYTES), stackSizeMb: 4 },
  });
}
