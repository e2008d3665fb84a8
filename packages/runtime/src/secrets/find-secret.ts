import { BACKSLASH, codeAt, cutEscape, isWord, type Spelled } from "./read-spelled.ts";

/** Length from which a secret is found wherever it stands; a shorter one is a word, found as a whole word alone. */
export const LONG = 8;

/** From where to where something stands in a text. */
export type Span = readonly [start: number, end: number];

/** What is looked for, and for each of its characters how much of its beginning ends there (Knuth, Morris, Pratt). */
export interface Pattern {
  /** Length of the secret. */
  readonly length: number;
  readonly codes: Uint32Array;
  readonly fallback: Uint32Array;
  /** The secret goes on with a backslash: what stands behind it in the text decides how that is read. */
  readonly open: boolean;
  /** Backslashes were left out: those in front of it, and behind where it ends in one, are part of it. */
  readonly isBare: boolean;
  readonly endsBare: boolean;
}

/**
 * What finds a secret in texts that are read as it is.
 *
 * @param isBare without backslashes
 */
export function patternOf(read: Spelled, isBare = false): Pattern {
  const { length } = read.text;
  const open = read.codes !== undefined && read.size > 1 && codeAt(read, read.size - 1) === BACKSLASH;
  const codes = new Uint32Array(open ? read.size - 1 : read.size);
  const fallback = new Uint32Array(codes.length);
  for (let at = 0, matched = 0; at < codes.length; at++) {
    const code = fold(codeAt(read, at) as number, length >= LONG);
    codes[at] = code;
    while (matched > 0 && code !== codes[matched]) matched = fallback[matched - 1] as number;
    if (at > 0 && code === codes[matched]) matched += 1;
    fallback[at] = matched;
  }
  const endsBare = isBare && (read.ends?.[read.size - 1] ?? length) < length;
  return { length, codes, fallback, open, isBare, endsBare };
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
  const { length, codes: wanted, fallback, open, isBare, endsBare } = pattern;
  const { text, size: end, starts, ends } = read;
  const isLong = length >= LONG;
  const size = wanted.length;
  const beforeEscape = isCut ? cutEscape(read) : end;
  const least = leastOf(length, isCut);
  const startOf = (at: number): number => starts?.[at] ?? at;
  const endOf = (at: number): number => ends?.[at] ?? at + 1;
  let matched = 0;
  for (let at = 0; at <= end; at++) {
    if (isLong && matched >= least && (at === beforeEscape || at === end)) {
      spans.push([startOf(at - matched), text.length]);
    }
    if (at === end) return;
    const code = fold(codeAt(read, at) as number, isLong);
    while (matched > 0 && code !== wanted[matched]) matched = fallback[matched - 1] as number;
    if (code === wanted[matched]) matched += 1;
    if (matched < size) continue;
    matched = fallback[size - 1] as number;
    const first = at - size + 1;
    const goesOn = open && (codeAt(read, at + 1) === BACKSLASH || text[startOf(at + 1)] === "\\");
    const span: Span = [
      isBare && first > 0 ? endOf(first - 1) : startOf(first),
      endsBare ? (at + 1 < end ? startOf(at + 1) : text.length) : endOf(goesOn ? at + 1 : at),
    ];
    // Several backslashes are read as one, and must not be found where there are fewer.
    if (span[1] - span[0] < Math.min(length, LONG)) continue;
    if (isLong || !(isWord(codeAt(read, first - 1)) || isWord(codeAt(read, at + 1)))) spans.push(span);
  }
}

/** Forms have `+` for a space, and hosts are in lower case. */
function fold(code: number, anyCase: boolean): number {
  if (code === 32) return 43;
  return anyCase && code >= 65 && code <= 90 ? code + 32 : code;
}
