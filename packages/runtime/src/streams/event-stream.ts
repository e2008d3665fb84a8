import type { ResponseReader } from "../operation.ts";
import { parseEvents } from "./parse-events.ts";
import { otherMediaType, parseRecord, streamOf } from "./stream-of.ts";
import { textChunks } from "./text-chunks.ts";

const EVENT_STREAM = /^\s*text\/event-stream\s*(?:;|$)/i;

/** How the data of events is read. */
export interface EventStreamOptions {
  /**
   * "json": the walk gives the data of each event, parsed; data that says `[DONE]` is the end, as is usual where events
   * hold JSON. "events": the walk gives the events as they are, their data as text.
   *
   * @default "events"
   */
  readonly data?: "json" | "events" | undefined;
}

/**
 * Reads server-sent events. `idleTimeout` watches over the silence between chunks (comments keep a stream alive), and
 * leaving the loop ends the connection. A stream that breaks off is an error: nobody connects anew behind the caller's
 * back, because only the caller knows what was done with the events so far.
 */
export function eventStream({ data = "events" }: EventStreamOptions = {}): ResponseReader {
  return {
    accept: "text/event-stream",
    streams: true,
    read(response, facts) {
      const other = otherMediaType(response, facts, EVENT_STREAM, "server-sent events");
      if (other) return other;
      const events = (): ReturnType<typeof parseEvents> => parseEvents(textChunks(response));
      if (data === "events") return streamOf(response, facts, events);
      return streamOf(response, facts, async function* () {
        for await (const event of events()) {
          if (event.data.trim() === "[DONE]") return;
          yield parseRecord(event.data, "the data of an event", facts);
        }
      });
    },
  };
}
