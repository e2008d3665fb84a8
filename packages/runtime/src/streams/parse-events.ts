import { type ErrorContext, TrunklineError } from "../errors/trunkline-error.ts";
import { MAX_RECORD, records } from "./records.ts";

/** One event of a stream of server-sent events. Its data is text; in a stream of JSON, it is the parsed value. */
export interface ServerSentEvent<T = string> {
  /** @default "message" */
  readonly event: string;
  /** Lines of data, joined by line feeds, or the value that they are. */
  readonly data: T;
  /** Id of the last event that had one; "" before the first. */
  readonly id: string;
  /** Milliseconds that the server asks to wait before reconnecting. */
  readonly retry: number | undefined;
}

/**
 * Events of a stream as the WHATWG's algorithm reads them (HTML, 9.2.6): lines end in CR LF, LF or CR; comments and
 * unknown fields mean nothing; an event that breaks off at the end is dropped, and so is one without data.
 *
 * @param bare names of events that are given without data too
 */
export async function* parseEvents(
  chunks: AsyncIterable<string>,
  context?: ErrorContext,
  limit: number = MAX_RECORD,
  bare: readonly string[] = [],
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let data: string[] = [];
  let size = 0;
  let event = "";
  let id = "";
  let retry: number | undefined;
  for await (const line of records(withoutPairs(chunks), /[\r\n]/g, false, context)) {
    if (line === "") {
      if (data.length > 0 || bare.includes(event))
        yield { event: event || "message", data: data.join("\n"), id, retry };
      data = [];
      size = 0;
      event = "";
      continue;
    }
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const rest = colon === -1 ? "" : line.slice(colon + 1);
    const value = rest.startsWith(" ") ? rest.slice(1) : rest;
    if (field === "data") {
      // Lines are bounded, but not how many an event has.
      size += value.length + 1;
      if (size > limit)
        throw new TrunklineError(`An event of the stream is longer than ${limit} characters.`, context);
      data.push(value);
    } else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) retry = Number(value);
  }
}

/** CR LF as LF, also where a chunk ends between them. */
async function* withoutPairs(chunks: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let afterReturn = false;
  for await (const chunk of chunks) {
    const text = afterReturn && chunk.startsWith("\n") ? chunk.slice(1) : chunk;
    afterReturn = chunk.endsWith("\r");
    const single = text.replaceAll("\r\n", "\n");
    if (single !== "") yield single;
  }
}
