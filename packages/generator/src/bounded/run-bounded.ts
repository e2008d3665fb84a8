import { Worker } from "node:worker_threads";
import { DocumentError } from "../diagnostics.ts";
import { FormatTimeout, formatFiles } from "../format/biome.ts";
import type { MadePackage, MakeInput } from "../make-package.ts";
import type { FromWorker, ToWorker } from "./messages.ts";

/** How much a document may cost. */
export interface Bounds {
  /** Seconds of computing. */
  readonly seconds: number;
  /** Megabytes, all programs together. */
  readonly megabytes: number;
}

/** What the process and the formatter need besides the worker's heap. */
const OUTSIDE_MEGABYTES = 350;
/** A machine that is busy may take this many times as long by the clock as by computing. */
const PATIENCE = 6;
const INTERVAL = 100;
/** Characters of output beyond which the formatter would need more memory than there is. */
const LONGEST = 24_000_000;

/**
 * Makes a package within bounds. Whatever a document does to the generator, it ends with an error.
 *
 * @throws DocumentError when the document has faults, or costs more than the bounds allow.
 */
export function makeBounded(input: MakeInput, bounds: Bounds): Promise<MadePackage> {
  const worker = start(input, bounds);
  return new Promise<MadePackage>((resolve, reject) => {
    const started = performance.now();
    const timer = setInterval(() => {
      void computed(worker).then((seconds) => {
        const elapsed = (performance.now() - started) / 1000;
        if ((seconds ?? elapsed) > bounds.seconds || elapsed > bounds.seconds * PATIENCE) {
          reject(tooMuch(input, tooSlow(bounds)));
        }
      });
    }, INTERVAL);
    const answer = async (files: ReadonlyMap<string, string>): Promise<ToWorker> => {
      try {
        if (lengthOf(files) > LONGEST) throw new FormatTimeout();
        const used = (await computed(worker)) ?? (performance.now() - started) / 1000;
        const formatted = await formatFiles(files, Math.max(1, bounds.seconds - used));
        return { formatted };
      } catch (error) {
        if (error instanceof FormatTimeout) reject(tooMuch(input, tooSlow(bounds)));
        return { failure: error instanceof Error ? error.message : String(error) };
      }
    };
    worker.on("message", (message: FromWorker) => {
      if ("format" in message) void answer(message.format).then((files) => worker.postMessage(files));
      else if ("made" in message) resolve(message.made);
      else if ("diagnostics" in message) reject(new DocumentError(message.diagnostics));
      else reject(failure(message));
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isMemory ? tooMuch(input, tooBig(bounds)) : error);
    });
    worker.on("exit", () => {
      clearInterval(timer);
      reject(new Error("The generator ended without a result."));
    });
  }).finally(() => worker.terminate());
}

function start(input: MakeInput, { megabytes }: Bounds): Worker {
  // The file beside this one, as written or as built.
  const file = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";
  return new Worker(new URL(file, import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(64, megabytes - OUTSIDE_MEGABYTES), stackSizeMb: 4 },
  });
}

/** Seconds that a worker has computed; `undefined` where this Node cannot tell. */
async function computed(worker: Worker): Promise<number | undefined> {
  const { cpuUsage } = worker as Partial<Pick<Worker, "cpuUsage">>;
  if (cpuUsage === undefined) return undefined;
  try {
    const { user, system } = await cpuUsage.call(worker);
    return (user + system) / 1e6;
  } catch {
    // It has ended.
    return 0;
  }
}

function lengthOf(files: ReadonlyMap<string, string>): number {
  return [...files.values()].reduce((length, text) => length + text.length, 0);
}

function tooSlow({ seconds }: Bounds): string {
  return `it takes more than ${seconds} seconds of computing`;
}

function tooBig({ megabytes }: Bounds): string {
  return `it takes more than ${megabytes} MB of memory`;
}

function tooMuch({ spec }: MakeInput, reason: string): DocumentError {
  return new DocumentError([
    {
      severity: "error",
      code: "too-large",
      message: `the document is too large or too intricate: ${reason}`,
      location: { file: spec, line: 1, column: 1 },
      hint: "if you know where it comes from, allow more with --time-limit and --memory-limit; nothing was written",
    },
  ]);
}

function failure({ error, stack }: { readonly error: string; readonly stack: string | undefined }): Error {
  const made = new Error(error);
  if (stack !== undefined) made.stack = stack;
  return made;
}
