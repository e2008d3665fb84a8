/** What of undici's controller is used. */
export interface Controller {
  readonly rawHeaders?: readonly (Buffer | string)[] | null;
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

/** Bytes that are kept before the connection is told to wait. */
const HIGH_WATER = 65_536;

interface Waiter {
  resolve(chunk: Buffer | undefined): void;
  reject(reason: unknown): void;
}

/** The bytes of a body as they arrive, of which no more are kept than a reader has to catch up with. */
export class Arrival {
  /** What has arrived and is not read. */
  chunks: Buffer[] = [];
  /** Its bytes. */
  size: number = 0;
  /** The last byte has arrived. */
  isWhole: boolean = false;
  #failure: { readonly reason: unknown } | undefined;
  #isPaused = false;
  #waiter: Waiter | undefined;
  readonly #controller: Controller;
  readonly #end: (reason: Error) => void;

  /** @param end ends the request */
  constructor(controller: Controller, end: (reason: Error) => void) {
    this.#controller = controller;
    this.#end = end;
  }

  push(chunk: Buffer): void {
    const waiter = this.#waiter;
    if (waiter) {
      this.#waiter = undefined;
      waiter.resolve(chunk);
      return;
    }
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.size >= HIGH_WATER && !this.#isPaused) {
      this.#isPaused = true;
      this.#controller.pause();
    }
  }

  finish(): void {
    this.isWhole = true;
    this.#waiter?.resolve(undefined);
    this.#waiter = undefined;
  }

  fail(reason: unknown): void {
    if (this.isWhole || this.#failure) return;
    this.#failure = { reason };
    this.#waiter?.reject(reason);
    this.#waiter = undefined;
  }

  /** The next bytes; undefined after the last ones. */
  read(): Promise<Buffer | undefined> {
    const chunk = this.chunks.shift();
    if (chunk) {
      this.size -= chunk.length;
      if (this.#isPaused && this.size < HIGH_WATER) {
        this.#isPaused = false;
        this.#controller.resume();
      }
      return Promise.resolve(chunk);
    }
    if (this.#failure) return Promise.reject(this.#failure.reason);
    if (this.isWhole) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#waiter = { resolve, reject };
    });
  }

  /** Lets go of what has arrived, and ends the request. */
  cancel(): void {
    this.chunks = [];
    this.size = 0;
    if (!this.isWhole) this.#end(new Error("The body was cancelled."));
  }
}
