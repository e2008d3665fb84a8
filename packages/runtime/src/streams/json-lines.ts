import type { ResponseReader } from "../operation.ts";
import { records } from "./records.ts";
import { otherMediaType, parseRecord, streamOf } from "./stream-of.ts";
import { textChunks } from "./text-chunks.ts";

const RECORD_SEPARATOR = new RegExp(String.fromCharCode(0x1e), "g");

/**
 * Reads JSON values one after another: a line each, or after a record separator each (RFC 7464) where the media type
 * is `application/json-seq`. The idle guard and the end of the loop are as with `eventStream`.
 *
 * @param mediaType what the document calls it
 */
export function jsonLines(mediaType: string): ResponseReader {
  const separator = /json-seq/i.test(mediaType) ? RECORD_SEPARATOR : /\n/g;
  return {
    accept: mediaType,
    streams: true,
    read(response, facts) {
      // Servers call them by many names; what is certainly not a stream of values is told at once.
      const other = otherMediaType(response, facts, /^(?!\s*text\/html)/i, "JSON values");
      if (other) return other;
      return streamOf(response, facts, async function* () {
        for await (const record of records(textChunks(response), separator, true)) {
          if (record.trim() !== "") yield parseRecord(record, "a record", facts);
        }
      });
    },
  };
}
