import { Worker } from "node:worker_threads";
import type { Order, Report } from "./messages.ts";

/** Why there is no judgement: it was stopped. The message is a sentence for the person who sent the request. */
export class Stopped extends Error {}

/** Megabytes of the thread's heap. Prism and a document of 13 MB take some 400. */
const MEGABYTES = 1024;

/** Megabytes of its stack: a schema that leads to another is compiled within that one. */
const STACK = 32;

/** A machine that is busy may take this many times as long by the clock as by computing. */
const PATIENCE = 6;

/** The thread that judges, for all mocks of the process: to load Prism takes longer than to judge a thousand requests. */
let thread: Worker | undefined;

/**
 * Tells the thread something and waits for what it says. Only one order at a time.
 *
 * @throws Stopped when it takes longer than `milliseconds`, or too much memory, or is aborted; the thread is gone then
 */
export function tell(order: Order, milliseconds: number, abort: AbortSignal): Promise<Report> {
  const worker = currentThread();
  return new Promise((done, fail) => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
      clearTimeout(timer);
      worker.off("message", onReport).off("error", onError).off("exit", onExit);
      abort.removeEventListener("abort", onAbort);
      // It must not keep the process from ending while it has nothing to do.
      worker.unref();
    };
    const stop = (error: Error): void => {
      if (isOver) return;
      end();
      if (thread === worker) thread = undefined;
      void worker.terminate();
      fail(error);
    };
    const onReport = (report: Report): void => {
      end();
      done(report);
    };
    const onError = (error: NodeJS.ErrnoException): void =>
      stop(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new Stopped(BIG) : error);
    const onExit = (): void => stop(new Error("The thread that judges requests has ended."));
    const onAbort = (): void => stop(new Stopped("The mock was closed."));
    const clock = startClock();
    // A process that was busy meets the timer before a report that came long ago: that one is read before `setImmediate`.
    const onTime = (): void => void setImmediate(() => (isOver ? undefined : lookAtClock()));
    const lookAtClock = (): void => {
      const left = milliseconds - clock.computed();
      // On a machine with other things to do, much less is computed than time goes by.
      if (left > 0 && clock.elapsed() < milliseconds * PATIENCE)
        timer = setTimeout(onTime, Math.max(left, 20));
      else stop(new Stopped(slow(milliseconds)));
    };
    let timer = Number.isFinite(milliseconds) ? setTimeout(onTime, milliseconds) : undefined;
    worker.on("message", onReport).on("error", onError).on("exit", onExit);
    abort.addEventListener("abort", onAbort);
    worker.ref();
    worker.postMessage(order);
  });
}

/** Tells it something that is not answered. */
export function mention(order: Order): void {
  thread?.postMessage(order);
}

/** Which thread there is: one that was stopped knows nothing any more. */
export function currentThread(): Worker {
  thread ??= startThread();
  return thread;
}

const BIG = `Judging the request took more than ${MEGABYTES} MB of memory, so it was stopped.`;

function slow(milliseconds: number): string {
  return (
    `Judging the request took more than ${milliseconds / 1000} s of computing, so it was stopped. A pattern of the document may take ` +
    "very long for such a value, or the body has very many faults. Mend it, or allow more with `timeLimit` (--time-limit " +
    "of the command)."
  );
}

/** Milliseconds from now on: by the clock, and those that all threads of the process have computed. */
function startClock(): { readonly elapsed: () => number; readonly computed: () => number } {
  const start = performance.now();
  const before = process.cpuUsage();
  return {
    elapsed: () => performance.now() - start,
    computed: () => {
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    },
  };
}

function startThread(): Worker {
  // The file beside this one, as written or as built.
  const file = import.meta.url.endsWith(".ts") ? "./judge-thread.ts" : "./judge-thread.js";
  const worker = new Worker(new URL(file, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, stackSizeMb: STACK },
  });
  // What it fails of while nobody waits for it concerns nobody: the next order starts another.
  const forget = (): void => {
    if (thread === worker) thread = undefined;
  };
  worker.on("error", forget).on("exit", forget);
  worker.unref();
  return worker;
}
