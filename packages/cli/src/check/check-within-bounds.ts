import { Worker } from "node:worker_threads";
import type { Diagnostic } from "@trunkline/generator";

/** A document that is to be checked. */
export interface CheckInput {
  /** Absolute path. */
  readonly spec: string;
  /** Folder that reported paths are relative to. */
  readonly cwd: string;
  /** Whether it has to keep the house rules. */
  readonly house: boolean;
}

export type CheckResult = readonly Diagnostic[];

/** How much a check may cost. */
export interface CheckBounds {
  /** Seconds of computing. @default 10 */
  readonly timeLimit?: number | undefined;
  /** Megabytes. @default 1000 */
  readonly memoryLimit?: number | undefined;
}

/** A machine that is busy may take this many times as long by the clock as by computing. */
const PATIENCE = 6;
const INTERVAL = 100;

/**
 * Reads and checks a document, whatever it does to those who read it: a pattern of its own may take for ever on an example
 * of its own.
 *
 * @returns what was found, also of a document that cannot be read, or that costs more than the bounds allow
 */
export async function checkWithinBounds(input: CheckInput, bounds: CheckBounds = {}): Promise<CheckResult> {
  const { timeLimit = 10, memoryLimit = 1000 } = bounds;
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const thread = new Worker(new URL(`./check-thread.${extension}`, import.meta.url), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<CheckResult>((resolve, reject) => {
      const refuse = (reason: string): void => resolve([tooMuch(input, reason)]);
      timer = setInterval(() => {
        const elapsed = (performance.now() - started) / 1000;
        const late = (): void => refuse(`more than ${timeLimit} seconds of computing`);
        // Without asking the thread: one in the middle of a single long step does not answer.
        if (elapsed > timeLimit * PATIENCE) late();
        else void computed(thread, elapsed).then((seconds) => seconds > timeLimit && late());
      }, INTERVAL);
      thread.on("message", resolve);
      thread.on("error", (error: NodeJS.ErrnoException) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") refuse(`more than ${memoryLimit} MB of memory`);
        else reject(error);
      });
      thread.on("exit", () => reject(new Error("The check ended without a result.")));
    });
  } finally {
    clearInterval(timer);
    await thread.terminate();
  }
}

/** Seconds that a thread has computed; by the clock where this Node cannot tell. */
async function computed(thread: Worker, elapsed: number): Promise<number> {
  const { cpuUsage } = thread as Partial<Pick<Worker, "cpuUsage">>;
  if (cpuUsage === undefined) return elapsed;
  try {
    const { user, system } = await cpuUsage.call(thread);
    return (user + system) / 1e6;
  } catch {
    // It does not run yet, or no longer.
    return 0;
  }
}

function tooMuch({ spec }: CheckInput, reason: string): Diagnostic {
  return {
    severity: "error",
    code: "too-large",
    message: `the document is too large or too intricate: to check it takes ${reason}`,
    location: { file: spec, line: 1, column: 1 },
    hint: "if you know where it comes from, allow more with --time-limit and --memory-limit",
  };
}
