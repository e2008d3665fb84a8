import type { ResponseReader } from "../operation.ts";
import { records } from "./records.ts";
import { otherMediaType, streamOf } from "./stream-of.ts";
import { textChunks } from "./text-chunks.ts";
import { readValue, type ValueOptions } from "./values.ts";

const RECORD_SEPARATOR = new RegExp(String.fromCharCode(0x1e), "g");

/**
 * Reads JSON values one after another: a line each, or after a record separator each (RFC 7464) where the media type is
 * `application/json-seq`. The idle guard and the end of the loop are as with `eventStream`; blank lines keep a stream
 * alive. A value that reports a failure is thrown as an `APIError`, if the document says how values report one.
 *
 * @param mediaType what the document calls it
 */
export function jsonLines(mediaType: string, options: ValueOptions = {}): ResponseReader {
  const separator = /json-seq/i.test(mediaType) ? RECORD_SEPARATOR : /\n/g;
  return {
    accept: mediaType,
    streams: true,
    read(response, facts) {
      // Servers call them by many names; what is certainly not a stream of values is told at once.
      const other = otherMediaType(response, facts, /^(?!\s*text\/html)/i, "JSON values");
      if (other) return other;
      const take = streamOf(response, facts);
      return {
        [Symbol.asyncIterator]: () =>
          take(async function* () {
            for await (const record of records(textChunks(response), separator, true, facts.context)) {
              if (record.trim() === "") continue;
              const value = readValue(record, "a record", facts, options);
              if (value === undefined) return;
              yield value;
            }
          }),
      };
    },
  };
}
