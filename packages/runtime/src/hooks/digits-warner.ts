import type { Operation } from "../operation.ts";

/** Warns of integers that lose digits, once for each operation: nothing else would tell that a value is another one. */
export function digitsWarner(warn: (message: string) => void): (operation: Operation, key: string) => void {
  const told = new Set<string>();
  return ({ id, int64 }, key) => {
    if (told.has(id)) return;
    told.add(id);
    warn(
      `${id} was answered with integers beyond 2^53, which numbers round; the first is ${JSON.stringify(key)}. ${int64?.answer ? "Where the document calls them int64, they are exact." : "asResponse() gives the text, in which they are exact."}`,
    );
  };
}
