import type { ResponseReader } from "../operation.ts";
import { parseEvents, type ServerSentEvent } from "./parse-events.ts";
import { otherMediaType, streamOf } from "./stream-of.ts";
import { textChunks } from "./text-chunks.ts";
import { readValue, type ValueOptions } from "./values.ts";

const EVENT_STREAM = /^\s*text\/event-stream\s*(?:;|$)/i;
/** Under which servers send what keeps a connection alive. */
const HEARTBEATS = ["ping", "heartbeat", "keepalive", "keep-alive", "keep_alive"];

/** How the data of events is read. */
export interface EventStreamOptions extends ValueOptions {
  /**
   * "json": the loop gets the parsed data of each event. "events": the loop gets the events themselves, whatever their
   * names, with their data as text.
   *
   * @default "events"
   */
  readonly data?: "json" | "events" | undefined;
  /** Names of events that report a failure of the stream. @default ["error"] */
  readonly errors?: readonly string[] | undefined;
  /**
   * Names of events that only keep the connection alive.
   *
   * @default ["ping", "heartbeat", "keepalive", "keep-alive", "keep_alive"]
   */
  readonly heartbeats?: readonly string[] | undefined;
}

/**
 * The values of a stream of server-sent events.
 *
 * @example
 * for await (const value of await client.runs.watch(id)) console.log(value);
 * for await (const { event, id, data } of (await client.runs.watch(id)).events()) console.log(event, id, data);
 */
export interface EventStream<T> extends AsyncIterable<T> {
  /** The events, with their names and ids, in place of their values alone. */
  events(): AsyncIterable<ServerSentEvent<T>>;
}

/**
 * Reads server-sent events. `idleTimeout` watches over the silence between chunks (comments and heartbeats keep a
 * stream alive), and leaving the loop ends the connection. An event that reports a failure is thrown as an `APIError`,
 * with data or without; other events without data, and heartbeats, are skipped. A stream that breaks off is an error:
 * the client does not reconnect by itself, because only the caller knows what was done with the events so far.
 */
export function eventStream(options: EventStreamOptions = {}): ResponseReader {
  const { data = "events", errors = ["error"], heartbeats = HEARTBEATS, error = "/error", end } = options;
  return {
    accept: "text/event-stream",
    streams: true,
    read(response, facts) {
      const other = otherMediaType(response, facts, EVENT_STREAM, "server-sent events");
      if (other) return other;
      const events = (): ReturnType<typeof parseEvents> =>
        parseEvents(textChunks(response), facts.context, undefined, data === "json" ? errors : []);
      const take = streamOf(response, facts);
      if (data === "events") return { [Symbol.asyncIterator]: () => take(events) };
      const read = async function* (): AsyncGenerator<ServerSentEvent<unknown>, void, undefined> {
        for await (const event of events()) {
          if (errors.includes(event.event)) throw facts.failed(event.data);
          if (event.data.trim() === "" || heartbeats.includes(event.event)) continue;
          const value = readValue(event.data, "the data of an event", facts, { error, end });
          if (value === undefined) return;
          yield { ...event, data: value };
        }
      };
      const stream: EventStream<unknown> = {
        [Symbol.asyncIterator]: () =>
          take(async function* () {
            for await (const event of read()) yield event.data;
          }),
        events: () => ({ [Symbol.asyncIterator]: () => take(read) }),
      };
      return stream;
    },
  };
}
