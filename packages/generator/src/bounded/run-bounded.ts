import type { Worker } from "node:worker_threads";
import { DocumentError } from "../diagnostics.ts";
import { FormatTimeout, formatFiles } from "../format/biome.ts";
import type { MadePackage, MakeInput } from "../make-package.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { keepThread, stopListening, takeThread } from "./threads.ts";

/** How a run ends. */
type Answer = Exclude<FromWorker, { readonly format: unknown }>;

/** How much a document may cost. */
export interface Bounds {
  /** Seconds of computing. */
  readonly seconds: number;
  /** Megabytes, all programs together. */
  readonly megabytes: number;
}

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
export async function makeBounded(input: MakeInput, bounds: Bounds): Promise<MadePackage> {
  const thread = takeThread(input.spec, bounds.megabytes);
  let answer: Answer;
  try {
    answer = await ask(thread, input, bounds);
  } catch (error) {
    await thread.terminate();
    throw error;
  }
  keepThread(thread, input.spec, bounds.megabytes);
  if ("made" in answer) return answer.made;
  if ("diagnostics" in answer) throw new DocumentError(answer.diagnostics);
  throw failure(answer);
}

/** Resolves with what the thread found, and rejects when it must not or cannot go on. */
async function ask(thread: Worker, input: MakeInput, bounds: Bounds): Promise<Answer> {
  const before = (await computed(thread)) ?? 0;
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  const spent = async (): Promise<number> => ((await computed(thread)) ?? before + elapsed()) - before;
  let timer: NodeJS.Timeout;
  return new Promise<Answer>((resolve, reject) => {
    timer = setInterval(() => {
      void spent().then((seconds) => {
        if (seconds > bounds.seconds || elapsed() > bounds.seconds * PATIENCE) {
          reject(tooMuch(input, tooSlow(bounds)));
        }
      });
    }, INTERVAL);
    let length = 0;
    const format = async (files: ReadonlyMap<string, string>, request: number): Promise<ToWorker> => {
      try {
        length += lengthOf(files);
        if (length > LONGEST) throw new FormatTimeout();
        const seconds = Math.max(1, bounds.seconds - (await spent()));
        return { formatted: await formatFiles(files, seconds), request };
      } catch (error) {
        if (error instanceof FormatTimeout) reject(tooMuch(input, tooSlow(bounds)));
        return { failure: error instanceof Error ? error.message : String(error), request };
      }
    };
    thread.on("message", (message: FromWorker) => {
      if ("format" in message) {
        void format(message.format, message.request).then((answer) => thread.postMessage(answer));
      } else resolve(message);
    });
    thread.on("error", (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      reject(isMemory ? tooMuch(input, tooBig(bounds)) : error);
    });
    thread.on("exit", () => reject(new Error("The generator ended without a result.")));
    thread.postMessage({ make: input } satisfies ToWorker);
  }).finally(() => {
    clearInterval(timer);
    stopListening(thread);
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
    // It does not run yet, or no longer.
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
