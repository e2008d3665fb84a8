/** What number cannot hold, by the object or list that holds it and its key: the integers as the text had them. */
const exact: WeakMap<object, Map<string, bigint>> = new WeakMap();

/** A JSON text as a value, in a list of its own, so that what is exact of it can be found like a member. */
export type Parsed = [value: unknown];

/** Place of an integer that lost digits. */
export type Lost = readonly [holder: Readonly<Record<string, unknown>>, key: string];

/** No API counts as far, and to read more takes time that grows faster than their number. */
const MOST_DIGITS = 1000;

/**
 * Parses JSON. Integers beyond 2^53 become numbers, as `JSON.parse` has them, and are remembered with all their digits,
 * up to 1,000 of them.
 * A text without a row of 16 digits costs a look more than `JSON.parse`; any other is parsed with such integers in
 * quotes, since not every runtime shows a reviver the source of a number.
 *
 * @param lost gets the places of those that lose digits as numbers
 * @throws SyntaxError
 */
export function parseJSON(text: string, lost?: Lost[]): Parsed {
  // Digits behind a point are not those of an integer.
  if (!/(?:^|[^.\d])\d{16}/.test(text)) return [JSON.parse(text)];
  // No text can hold what is thought of now.
  const mark = `${Math.random()}${Math.random()}:`;
  const { text: quoted, count } = quoteIntegers(text, mark);
  let left = count;
  const parsed: Parsed = [JSON.parse(quoted)];
  const open: object[] = [parsed];
  for (let one = open.pop(); one && left > 0; one = open.pop()) {
    const holder = one as Record<string, unknown>;
    for (const key of Object.keys(holder)) {
      const member = holder[key];
      if (typeof member === "object" && member !== null) open.push(member);
      else if (typeof member === "string" && member.startsWith(mark)) {
        const digits = member.slice(mark.length);
        holder[key] = Number(digits);
        if (digits.length <= MOST_DIGITS) setExact(holder, key, BigInt(digits));
        left--;
        if (String(holder[key]) !== digits) lost?.push([holder, key]);
      }
    }
  }
  return parsed;
}

/** Tells, with its key, of the first of those that are numbers still. */
export function tellLost(lost: readonly Lost[], onLost: (key: string) => void): void {
  const first = lost.find(([holder, key]) => typeof holder[key] === "number");
  if (first) onLost(first[1]);
}

/** The text with each integer beyond 2^53 in quotes, after a mark; what is not JSON stays so. */
function quoteIntegers(text: string, mark: string): { readonly text: string; readonly count: number } {
  const stop = /"|\d{16}/g;
  const rest = /[\d.eE+-]*/y;
  const pieces: string[] = [];
  let from = 0;
  for (let found = stop.exec(text); found; found = stop.exec(text)) {
    let end: number;
    if (found[0] === '"') end = endOfText(text, found.index + 1);
    else {
      let start = found.index;
      while (start > from && /[\d.eE+-]/.test(text.charAt(start - 1))) start--;
      rest.lastIndex = start;
      const token = rest.exec(text)?.[0] ?? "";
      end = start + token.length;
      // Some write integers as 5.0.
      const [, digits] = /^(-?[1-9]\d*)(?:\.0+)?$/.exec(token) ?? [];
      // A member's name is not a number, and not JSON: it must not become some.
      if (digits && !Number.isSafeInteger(Number(digits)) && !isName(text, end)) {
        pieces.push(text.slice(from, start), `"${mark}${digits}"`);
        from = end;
      }
    }
    stop.lastIndex = end;
  }
  pieces.push(text.slice(from));
  return { text: pieces.join(""), count: (pieces.length - 1) / 2 };
}

function endOfText(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (before > from && text[before - 1] === "\\") before--;
    if ((quote - before) % 2 === 0) return quote + 1;
    from = quote + 1;
  }
  return text.length;
}

function isName(text: string, end: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = end;
  return colon.test(text);
}

/** Remembers an integer of which the holder has another form. */
export function setExact(holder: object, key: string, value: bigint): void {
  const known = exact.get(holder);
  if (known) known.set(key, value);
  else exact.set(holder, new Map([[key, value]]));
}

/** The integer with all its digits, where it was remembered. */
export function exactAt(holder: object, key: string): bigint | undefined {
  return exact.get(holder)?.get(key);
}
