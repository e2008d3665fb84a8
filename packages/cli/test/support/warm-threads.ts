import { syncBuiltinESMExports } from "node:module";
import { types } from "node:util";
import threads, { type WorkerOptions } from "node:worker_threads";

const { Worker } = threads;
type Usage = { readonly user: number; readonly system: number };

/** Of a generator, and of what checks and completes documents. */
const isReused = /\/(?:worker|check-thread|complete-thread)\.[jt]s$/;

/** Threads without work, by what they run and what they may take. */
const idle = new Map<string, WarmWorker[]>();

/**
 * A thread that has answered waits for other work where it would be ended: to load a generator takes many times as long as to
 * make a small package. One that is stopped in the middle of its work ends, as without this.
 */
class WarmWorker extends Worker {
  readonly #key: string = "";
  #isDone = false;
  #before: Usage = { user: 0, system: 0 };

  constructor(file: string | URL, options?: WorkerOptions) {
    super(file, options);
    if (isReused.test(String(file))) this.#key = keyOf(file, options);
  }

  /** To be given other work. */
  again(): this {
    this.#forgetListeners();
    this.ref();
    return this;
  }

  override postMessage(...args: Parameters<InstanceType<typeof Worker>["postMessage"]>): void {
    this.#isDone = false;
    super.postMessage(...args);
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event === "message") this.#isDone = !("question" in Object(args[0]));
    return super.emit(event, ...args);
  }

  override async cpuUsage(): Promise<NodeJS.CpuUsage> {
    const { user, system } = await super.cpuUsage();
    return { user: user - this.#before.user, system: system - this.#before.system };
  }

  override async terminate(): Promise<number> {
    if (!this.#isDone || this.#key === "") return super.terminate();
    this.#isDone = false;
    this.#forgetListeners();
    this.#before = await super.cpuUsage();
    this.unref();
    idle.set(this.#key, [...(idle.get(this.#key) ?? []), this]);
    return 0;
  }

  #forgetListeners(): void {
    for (const event of ["message", "error", "exit"]) this.removeAllListeners(event);
  }
}

function keyOf(file: string | URL, options: WorkerOptions | undefined): string {
  return JSON.stringify([file, options?.resourceLimits]);
}

// Files share a process, and each runs this.
if (!types.isProxy(Worker)) {
  threads.Worker = new Proxy(Worker, {
    construct: (_worker, [file, options]: ConstructorParameters<typeof Worker>) =>
      idle.get(keyOf(file, options))?.pop()?.again() ?? new WarmWorker(file, options),
  });
  syncBuiltinESMExports();
}
