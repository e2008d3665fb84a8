import { type ErrorContext, TrunklineError } from "../errors/trunkline-error.ts";

/** Longest record, in characters: a server must not fill the memory with one that never ends. */
export const MAX_RECORD = 16_777_216;

/**
 * Cuts text at each match of the separator, across chunks. Every character is looked at once: what has come of a
 * record is kept in pieces, and only the new chunk is searched.
 *
 * @param separator global; matches single characters, so that no match spans two chunks
 * @param rest whether what follows the last separator is a record too
 * @param context which call the stream belongs to
 * @returns records without their separators, each as soon as its separator has come
 */
export async function* records(
  chunks: AsyncIterable<string>,
  separator: RegExp,
  rest: boolean,
  context?: ErrorContext,
  limit: number = MAX_RECORD,
): AsyncGenerator<string, void, undefined> {
  let pieces: string[] = [];
  let size = 0;
  const take = (piece: string): void => {
    size += piece.length;
    if (size > limit)
      throw new TrunklineError(`A record of the stream is longer than ${limit} characters.`, context);
    pieces.push(piece);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (const { index } of chunk.matchAll(separator)) {
      take(chunk.slice(from, index));
      yield pieces.join("");
      pieces = [];
      size = 0;
      from = index + 1;
    }
    if (from < chunk.length) take(chunk.slice(from));
  }
  if (rest) yield pieces.join("");
}
