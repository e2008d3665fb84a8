import { Worker } from "node:worker_threads";

/** How much a thread may cost. */
export interface ThreadBounds {
  /** Seconds of computing. @default 10 */
  readonly timeLimit?: number | undefined;
  /** Megabytes. @default 1000 */
  readonly memoryLimit?: number | undefined;
}

/** A thread cost more than it may. */
export class TooMuch extends Error {
  /** Such as "more than 10 seconds of computing". */
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}

/** A machine that is busy may take this many times as long by the clock as by computing. */
const PATIENCE = 6;
const INTERVAL = 100;

/** A schema that leads to another is compiled within that one. */
const STACK_MEGABYTES = 32;

/**
 * Runs a file in a thread of its own, because nothing else can be stopped in the middle of a loop. The file is sent `input`
 * and answers with one message.
 *
 * @returns the answer
 * @throws TooMuch when the thread costs more than the bounds allow
 */
export async function runThread<Result>(
  file: URL,
  input: unknown,
  { timeLimit = 10, memoryLimit = 1000 }: ThreadBounds = {},
): Promise<Result> {
  const thread = new Worker(file, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit, stackSizeMb: STACK_MEGABYTES },
  });
  const started = performance.now();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result>((resolve, reject) => {
      const late = (): void => reject(new TooMuch(`more than ${timeLimit} seconds of computing`));
      timer = setInterval(() => {
        const elapsed = (performance.now() - started) / 1000;
        // Without asking the thread: one in the middle of a single long step does not answer.
        if (elapsed > timeLimit * PATIENCE) late();
        else void computed(thread, elapsed).then((seconds) => seconds > timeLimit && late());
      }, INTERVAL);
      thread.on("message", resolve);
      thread.on("error", (error: NodeJS.ErrnoException) => {
        const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(isMemory ? new TooMuch(`more than ${memoryLimit} MB of memory`) : error);
      });
      thread.on("exit", () => reject(new Error("A thread ended without a result.")));
      thread.postMessage(input);
    });
  } finally {
    clearInterval(timer);
    await thread.terminate();
  }
}

/** The file of a thread beside the one that names it, in this package's source or in what is built of it. */
export function threadFile(source: string, built: string, from: string): URL {
  return new URL(from.endsWith(".ts") ? source : built, from);
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
