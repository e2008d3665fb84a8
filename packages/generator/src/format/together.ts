import type { Format } from "./format.ts";

/**
 * Joins calls that are made in the same turn into one, because to start the formatter takes longer than to format a small
 * package.
 *
 * @param format - is called once for all of them; the paths of their files have to differ
 */
export function together(format: Format): Format {
  let waiting = new Map<string, string>();
  let formatted: ReturnType<Format> | undefined;
  const start = (): ReturnType<Format> => {
    const all = waiting;
    waiting = new Map();
    formatted = undefined;
    return format(all);
  };
  return async (files) => {
    for (const [name, text] of files) waiting.set(name, text);
    formatted ??= Promise.resolve().then(start);
    const texts = await formatted;
    return new Map([...files].map(([name, text]) => [name, texts.get(name) ?? text]));
  };
}
