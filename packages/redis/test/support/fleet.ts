import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** What a worker is to do. */
export interface Work {
  readonly baseURL: string;
  readonly redis: number;
  readonly library: "ioredis" | "redis";
  readonly fleet: number;
  /** Limit and length in milliseconds. */
  readonly windows: readonly (readonly [number, number])[];
  readonly callers: number;
  readonly forMs: number;
  /** Time limit of an attempt, in milliseconds. @default the client's */
  readonly timeout?: number;
  /** One call after an exchange of tokens, in place of many under a quota. */
  readonly exchanges?: boolean;
}

/** What a worker did. */
export interface Done {
  readonly calls: number;
  readonly failed: number;
  readonly slowestMs: number;
  readonly warnings: readonly string[];
}

export interface Worker {
  readonly child: ChildProcess;
  /** Undefined where it was killed. */
  readonly done: Promise<Done | undefined>;
  kill(): void;
}

const PROGRAM = fileURLToPath(new URL("worker.ts", import.meta.url));

/**
 * Starts processes, and lets them begin together once all are there.
 *
 * @param atEnd that of the test's context, where tests run side by side
 */
export async function startFleet(
  works: readonly Work[],
  atEnd: typeof onTestFinished = onTestFinished,
): Promise<readonly Worker[]> {
  const workers = works.map((work) => {
    const child = fork(PROGRAM, [JSON.stringify(work)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
    let ready: () => void = () => {};
    const isReady = new Promise<void>((resolve) => {
      ready = resolve;
    });
    const done = new Promise<Done | undefined>((resolve) => {
      child.on("message", (message: unknown) => {
        if (message === "ready") ready();
        else resolve(message as Done);
      });
      child.on("exit", () => resolve(undefined));
    });
    atEnd(() => void child.kill("SIGKILL"));
    return { child, done, isReady, kill: () => void child.kill("SIGKILL") };
  });
  await Promise.all(workers.map(({ isReady }) => isReady));
  for (const { child } of workers) child.send("go");
  return workers;
}
