import { records } from "./records.ts";

/** One event of a stream of server-sent events. */
export interface ServerSentEvent {
  /** @default "message" */
  readonly event: string;
  /** Lines of data, joined by line feeds. */
  readonly data: string;
  /** Id of the last event that had one; "" before the first. */
  readonly id: string;
  /** Milliseconds that the server asks to wait before connecting anew. */
  readonly retry: number | undefined;
}

/**
 * Events of a stream as the WHATWG's algorithm reads them (HTML, 9.2.6): lines end in CR LF, LF or CR; comments and
 * unknown fields mean nothing; an event that breaks off at the end is dropped.
 */
export async function* parseEvents(
  chunks: AsyncIterable<string>,
): AsyncGenerator<ServerSentEvent, void, undefined> {
  let data: string[] = [];
  let event = "";
  let id = "";
  let retry: number | undefined;
  for await (const line of records(withoutPairs(chunks), /[\r\n]/g, false)) {
    if (line === "") {
      if (data.length > 0) yield { event: event || "message", data: data.join("\n"), id, retry };
      data = [];
      event = "";
      continue;
    }
    const colon = line.indexOf(":");
    const field = colon === -1 ? line : line.slice(0, colon);
    const rest = colon === -1 ? "" : line.slice(colon + 1);
    const value = rest.startsWith(" ") ? rest.slice(1) : rest;
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
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
