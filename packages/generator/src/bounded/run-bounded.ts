import type { Worker } from "node:worker_threads";
import { DocumentError } from "../diagnostics.ts";
import { FormatTimeout, forgetFormatted, formatFiles } from "../format/oxfmt.ts";
import type { MadePackage, MakeInput } from "../make-package.ts";
import { countComputing } from "./computing.ts";
import type { Answer, FromWorker, Result, ToWorker } from "./messages.ts";
import { keepThreads, stopListening, type Threads, takeThreads } from "./threads.ts";

/** How much a document may cost. */
export interface Bounds {
  /** Seconds of computing. */
  readonly seconds: number;
  /** Megabytes, all programs together. */
  readonly megabytes: number;
}

class OutOfMemory extends DocumentError {}

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
  const threads = takeThreads(input.spec, bounds.megabytes);
  const { isUsed } = threads;
  let result: Result;
  try {
    result = await run(threads, input, bounds);
  } catch (error) {
    await threads.terminate();
    // What was kept of the run before took a part of the memory: whether a document is refused must not depend on that.
    if (isUsed && error instanceof OutOfMemory) return makeBounded(input, bounds);
    throw error;
  }
  if (input.once) await threads.terminate();
  else keepThreads(threads, input.spec);
  if ("made" in result) {
    forgetFormatted(result.made.files);
    return result.made;
  }
  throw errorOf(result);
}

/** Resolves with what the thread found, and rejects when it must not or cannot go on. */
function run(threads: Threads, input: MakeInput, bounds: Bounds): Promise<Result> {
  let timer: NodeJS.Timeout;
  return new Promise<Result>((resolve, reject) => {
    const { elapsed, spent } = countComputing(threads);
    const refuse = (): void => reject(tooMuch(input, tooSlow(bounds)));
    timer = setInterval(() => {
      // Without asking the threads: one in the middle of a single long step does not answer.
      if (elapsed() > bounds.seconds * PATIENCE) refuse();
      else void spent().then((seconds) => seconds > bounds.seconds && refuse());
    }, INTERVAL);
    let length = 0;
    const format = async (files: ReadonlyMap<string, string>): Promise<Answer> => {
      try {
        length += lengthOf(files);
        if (length > LONGEST) throw new FormatTimeout();
        const formatted = await formatFiles(files, Math.max(1, bounds.seconds - (await spent())));
        if (input.once) forgetFormatted(new Map());
        return { formatted };
      } catch (error) {
        if (error instanceof FormatTimeout) refuse();
        return { error: error instanceof Error ? error.message : String(error), stack: undefined };
      }
    };
    const listen = (thread: Worker, onResult: (result: Result) => void): void => {
      thread.on("message", (message: FromWorker) => {
        if ("result" in message) {
          onResult(message.result);
          return;
        }
        const { number, question } = message;
        const reply = (answer: Answer): void => thread.postMessage({ answer, number } satisfies ToWorker);
        if ("format" in question) void format(question.format).then(reply);
        else help(question.filesOf, reply);
      });
      thread.on("error", (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(isMemory ? new OutOfMemory(tooMuch(input, tooBig(bounds)).diagnostics) : error);
      });
      thread.on("exit", () => reject(new Error("The generator ended without a result.")));
    };
    let isHelping = false;
    const helped = new Map<string, string>();
    const help = (document: Uint8Array<ArrayBuffer>, reply: (answer: Answer) => void): void => {
      isHelping = true;
      listen(threads.helper, (result) => {
        isHelping = false;
        if ("made" in result) return;
        if (!("documentFiles" in result)) return reply(result);
        for (const [name, text] of result.documentFiles.files) helped.set(name, text);
        reply({ faults: result.documentFiles.faults });
        // It holds a document and its types, while the other still makes a client.
        if (input.once) void spent().then(() => threads.endHelper());
      });
      threads.helper.postMessage({ makeFilesOf: document } satisfies ToWorker, [document.buffer]);
    };
    listen(threads.maker, (result) => {
      // The document has a fault that the helper does not look for.
      if (isHelping) threads.endHelper();
      if (!("made" in result)) return resolve(result);
      const made = { ...result.made, files: new Map([...result.made.files, ...helped]) };
      // A small document is made before the timer looks for the first time.
      void spent().then((seconds) => {
        if (seconds > bounds.seconds) refuse();
        else resolve({ made });
      });
    });
    threads.maker.postMessage({ make: input } satisfies ToWorker);
  }).finally(() => {
    clearInterval(timer);
    for (const thread of threads.started) stopListening(thread);
  });
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

function errorOf(result: Exclude<Result, { readonly made: unknown }>): Error {
  if ("diagnostics" in result) return new DocumentError(result.diagnostics);
  if ("documentFiles" in result) return new Error("The generator ended with a part of the package.");
  const error = new Error(result.error);
  if (result.stack !== undefined) error.stack = result.stack;
  return error;
}
