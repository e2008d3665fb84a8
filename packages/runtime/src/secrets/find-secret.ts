import { BACKSLASH, cutEscape, isWord, readPlain, readSpelled, type Spelled } from "./read-spelled.ts";

/** Length from which a secret is found wherever it stands; a shorter one is a word, found as a whole word alone. */
export const LONG = 8;

/** From where to where something stands in a text. */
export type Span = readonly [start: number, end: number];

/** What is looked for, and for each of its characters how much of its beginning ends there (Knuth, Morris, Pratt). */
export interface Pattern {
  /** Length of the secret. */
  readonly length: number;
  readonly codes: readonly number[];
  readonly fallback: readonly number[];
  /** The secret goes on with a backslash: what stands behind it in the text decides how that is read. */
  readonly open: boolean;
}

/** A secret as it is. */
export function plainPattern(secret: string): Pattern {
  return patternOf(secret.length, readPlain(secret).codes, false);
}

/** A secret however it is spelled. */
export function spelledPattern(secret: string): Pattern {
  const { codes } = readSpelled(secret);
  const open = codes.length > 1 && codes.at(-1) === BACKSLASH;
  return patternOf(secret.length, open ? codes.slice(0, -1) : codes, open);
}

/** Length from which a text can hold the secret, or as much of its beginning as tells. */
export function leastOf(length: number, isCut: boolean): number {
  return length < LONG ? length : isCut ? LONG : Math.max(LONG, length / 2);
}

/**
 * Adds where the secret stands in a text, in one pass: what overlaps itself is found as often as it is there. The end
 * of a text may be that of a secret which somebody cut.
 *
 * @param isCut the text was cut, so that 8 characters tell; else it takes half of the secret
 */
export function findSecret(pattern: Pattern, read: Spelled, isCut: boolean, spans: Span[]): void {
  const { length, codes: wanted, fallback, open } = pattern;
  const { text, codes, starts, ends } = read;
  const isLong = length >= LONG;
  const size = wanted.length;
  const beforeEscape = isCut ? cutEscape(codes) : codes.length;
  const least = leastOf(length, isCut);
  let matched = 0;
  for (let at = 0; at <= codes.length; at++) {
    if ((at === beforeEscape || at === codes.length) && isLong && matched >= least) {
      spans.push([starts[at - matched] as number, text.length]);
    }
    if (at === codes.length) return;
    const code = fold(codes[at] as number, isLong);
    while (matched > 0 && code !== wanted[matched]) matched = fallback[matched - 1] as number;
    if (code === wanted[matched]) matched += 1;
    if (matched < size) continue;
    matched = fallback[size - 1] as number;
    const first = at - size + 1;
    const start = starts[first] as number;
    const goesOn = open && (codes[at + 1] === BACKSLASH || text[starts[at + 1] ?? -1] === "\\");
    const end = ends[goesOn ? at + 1 : at] as number;
    // Several backslashes are read as one, and must not be found where there are fewer.
    if (end - start < Math.min(length, LONG)) continue;
    if (isLong || !(isWord(codes[first - 1]) || isWord(codes[at + 1]))) spans.push([start, end]);
  }
}

function patternOf(length: number, read: readonly number[], open: boolean): Pattern {
  const codes = read.map((code) => fold(code, length >= LONG));
  const fallback: number[] = [];
  for (let at = 0, matched = 0; at < codes.length; at++) {
    while (matched > 0 && codes[at] !== codes[matched]) matched = fallback[matched - 1] as number;
    if (at > 0 && codes[at] === codes[matched]) matched += 1;
    fallback.push(matched);
  }
  return { length, codes, fallback, open };
}

/** Forms have `+` for a space, and hosts are in lower case. */
function fold(code: number, anyCase: boolean): number {
  if (code === 32) return 43;
  return anyCase && code >= 65 && code <= 90 ? code + 32 : code;
}
