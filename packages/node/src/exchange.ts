import type { TransportRequest, TransportResponse } from "@trunkline/runtime";
import type { Address } from "./address.ts";
import type { Arrival, Controller } from "./arrival.ts";
import { dispatchOptions } from "./dispatch-options.ts";
import { readHead } from "./head.ts";
import type { Way } from "./way.ts";

interface Waiting {
  readonly request: TransportRequest;
  readonly address: Address;
}

/**
 * One request, from its queue up to the last byte of its answer; undici calls it by the names of its handlers, from
 * version 7 on. It holds neither the answer nor what waits for it, so that an answer that nobody keeps can be found out.
 */
export class Exchange {
  readonly #way: Way;
  readonly #signal: AbortSignal;
  readonly #url: string;
  readonly #method: string;
  /** Until it is started. */
  #waiting: Waiting | undefined;
  #onSending: (() => void) | undefined;
  #resolve: ((answer: TransportResponse) => void) | undefined;
  #reject: ((reason: unknown) => void) | undefined;
  #controller: Controller | undefined;
  #arrival: Arrival | undefined;
  #ended: { readonly reason: unknown } | undefined;
  #isDone = false;

  constructor(way: Way, request: TransportRequest, address: Address) {
    this.#way = way;
    this.#signal = request.signal;
    this.#url = request.url;
    this.#method = request.method;
    this.#waiting = { request, address };
  }

  /** Sends it when its turn comes. @returns the answer, as soon as its head is there */
  send(): Promise<TransportResponse> {
    const answer = new Promise<TransportResponse>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#signal.addEventListener("abort", this);
    const { queue } = this.#way;
    if (this.#signal.aborted) this.handleEvent();
    else if (queue) queue.enter(this);
    else this.start();
    return answer;
  }

  start(): void {
    const { request, address } = this.#waiting as Waiting;
    const wait = request.onReleased();
    if (wait) {
      this.#stepAside(wait);
      return;
    }
    this.#waiting = undefined;
    this.#onSending = () => request.onSending();
    try {
      this.#way.dispatcher.dispatch(dispatchOptions(request, address), this);
    } catch (error) {
      this.onResponseError(undefined, error as Error);
    }
  }

  /** It has to wait for something else than a connection. */
  #stepAside(wait: Promise<void>): void {
    const { queue } = this.#way;
    queue?.stepAside(this);
    wait.then(
      () => {
        if (this.#isDone) return;
        if (queue) queue.enter(this);
        else this.start();
      },
      (reason) => {
        if (this.#isDone) return;
        queue?.takeOut(this);
        this.#fail(reason);
        this.#done();
      },
    );
  }

  /** The signal's. */
  handleEvent(): void {
    const { reason } = this.#signal;
    const { queue } = this.#way;
    if (!this.#waiting) this.end(reason);
    else {
      queue?.takeOut(this);
      this.#fail(reason);
      this.#done();
    }
  }

  /** Ends it on its connection. */
  end(reason: unknown): void {
    if (this.#ended || this.#isDone) return;
    this.#ended = { reason };
    this.#fail(reason);
    this.#controller?.abort(reason as Error);
  }

  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    // Ended while it connected.
    if (this.#ended) controller.abort(this.#ended.reason as Error);
    else this.#onSending?.();
    // It leads to the call, and from there to the answer.
    this.#onSending = undefined;
  }

  onResponseStart(controller: Controller, status: number, headers: object, statusText = ""): void {
    if (status < 200) return;
    const raw = controller.rawHeaders ?? Object.entries(headers).flat();
    const head = { status, statusText, url: this.#url, raw };
    const { answer, arrival } = readHead(this.#method, head, controller, this, this.#way.maxDecompressed);
    this.#arrival = arrival;
    this.#resolve?.(answer);
    this.#resolve = undefined;
    this.#reject = undefined;
  }

  onResponseData(_: Controller, chunk: Buffer): void {
    this.#arrival?.push(chunk);
  }

  onResponseEnd(): void {
    this.#arrival?.finish();
    this.#done();
  }

  onResponseError(_: Controller | undefined, error: Error): void {
    const { reason } = this.#ended ?? { reason: this.#controller ? error : this.#way.explain(error) };
    this.#fail(reason);
    this.#done();
  }

  #fail(reason: unknown): void {
    this.#reject?.(reason);
    this.#resolve = undefined;
    this.#reject = undefined;
    this.#arrival?.fail(reason);
  }

  #done(): void {
    if (this.#isDone) return;
    this.#isDone = true;
    this.#signal.removeEventListener("abort", this);
    if (!this.#waiting) this.#way.queue?.leave();
    this.#way.onDone();
  }
}
