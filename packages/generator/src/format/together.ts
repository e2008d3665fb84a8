import type { Format } from "./format.ts";

/**
 * Formats in one go what is asked for in one go: to start the formatter takes longer than to format a small package.
 *
 * @param format - is asked as soon as nobody has more to add; paths of files that are asked for at once differ
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
