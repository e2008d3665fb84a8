import type { TransportBody } from "@trunkline/runtime";
import type { Arrival } from "./arrival.ts";
import type { Coding } from "./codings.ts";
import { decodeAtOnce, decodeStream } from "./decode.ts";

/** Largest body that may be decoded at once, in bytes as they came. */
const SMALL = 65_536;

type Read = { readonly done: boolean; readonly value?: Uint8Array | undefined };
type Reader = ReturnType<TransportBody["getReader"]>;

/** A body as the client reads it; nothing is decoded, and no stream is made, before somebody reads. */
export class Body implements TransportBody {
  locked: boolean = false;
  readonly #arrival: Arrival;
  readonly #codings: readonly Coding[];
  readonly #most: number;
  #decoded: AsyncGenerator<Buffer> | undefined;

  constructor(arrival: Arrival, codings: readonly Coding[], most: number) {
    this.#arrival = arrival;
    this.#codings = codings;
    this.#most = most;
  }

  getReader(): Reader {
    this.locked = true;
    // By way of the body: while somebody reads it is not given up.
    return { read: () => this.#read(), cancel: () => this.cancel() };
  }

  async cancel(): Promise<void> {
    this.#arrival.cancel();
    await this.#decoded?.return(undefined);
  }

  async #read(): Promise<Read> {
    if (this.#codings.length === 0) {
      const chunk = await this.#arrival.read();
      return { done: chunk === undefined, value: chunk };
    }
    this.#decoded ??= this.#decode();
    const { done = false, value } = await this.#decoded.next();
    return { done, value: done ? undefined : (value as Buffer) };
  }

  async *#decode(): AsyncGenerator<Buffer> {
    const arrival = this.#arrival;
    if (arrival.isWhole && arrival.size <= SMALL) {
      const decoded = decodeAtOnce(Buffer.concat(arrival.chunks), this.#codings, this.#most);
      if (decoded) {
        arrival.chunks = [];
        if (decoded.length > 0) yield decoded;
        return;
      }
    }
    yield* decodeStream(arrivalChunks(arrival), this.#codings, this.#most);
  }
}

async function* arrivalChunks(arrival: Arrival): AsyncGenerator<Buffer> {
  for (let chunk = await arrival.read(); chunk; chunk = await arrival.read()) yield chunk;
}
