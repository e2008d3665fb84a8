import { findSecret, LONG, leastOf, type Pattern, patternOf, type Span } from "./find-secret.ts";
import { readBare, readGarbled, readPlain, readSpelled } from "./read-spelled.ts";
import { scrubHeaders } from "./scrub-headers.ts";
import { scrubJSON } from "./scrub-json.ts";
import { scrubThrown } from "./scrub-thrown.ts";

/**
 * Takes secrets out of what is shown. Those of 8 characters and more are found wherever they stand, in any case and
 * however they are spelled; shorter ones are whole words. Nothing here throws. The time that it takes grows in
 * proportion to the text and to the secrets.
 */
export interface Scrubber {
  /** A whole text. */
  text(text: string): string;
  /** A text that was cut, and so may end in the middle of a secret. */
  cut(text: string): string;
  /** A name, an address or a text of the runtime's own. Short secrets stay in it: they may be words of it. */
  label(text: string): string;
  /** A JSON value that nobody else holds, changed in place: names, texts and numbers; its structure stays. */
  json(value: unknown): unknown;
  /** Header fields; the same object if they hold no secret. */
  headers(headers: Headers): Headers;
  /** What was thrown, as it may be kept as a cause; the same value if it holds no secret. */
  thrown(thrown: unknown): unknown;
}

const MARK = "[redacted]";

interface Wanted {
  readonly secret: string;
  readonly plain: Pattern;
  readonly spelled: Pattern;
  /** Undefined where letters outside ASCII are all that tells. */
  readonly garbled: Pattern | undefined;
  /** Undefined where little but backslashes is in it. */
  readonly bare: Pattern | undefined;
  /** The same where three digits behind a backslash are not an escape. */
  readonly digits: Pattern | undefined;
}

/** A scrubber for these secrets. */
export function makeScrubber(secrets: readonly string[]): Scrubber {
  const all = [...new Set(secrets)].filter(Boolean).map((secret) => ({
    secret,
    plain: patternOf(readPlain(secret)),
    spelled: patternOf(readSpelled(secret)),
    garbled: garbledPattern(secret),
    bare: barePattern(secret, true),
    digits: barePattern(secret, false),
  }));
  const long = all.filter(({ secret }) => secret.length >= LONG);
  const text = (given: string): string => hide(given, all, false);
  const label = (given: string): string => hide(given, long, false);
  const scalar = (value: unknown): unknown => {
    if (typeof value === "string") return text(value);
    if (typeof value !== "number" && typeof value !== "bigint") return value;
    if (label(String(value)) !== String(value)) return MARK;
    if (typeof value === "bigint") return value;
    // Of a number with more digits only the first ones are kept, which tell of the others.
    const size = Math.abs(value);
    return size > 1e15 && long.some(({ secret }) => Number(secret) === size) ? MARK : value;
  };
  return {
    text,
    label,
    cut: (given) => hide(given, all, true),
    json: (value) => (all.length === 0 ? value : scrubJSON(value, scalar, label)),
    headers: (headers) => (all.length === 0 ? headers : scrubHeaders(headers, text, label)),
    thrown: (value) => (all.length === 0 ? value : scrubThrown(value, scalar)),
  };
}

/** A password that went through a server which knows other letters than ours. */
function garbledPattern(secret: string): Pattern | undefined {
  if (!/[\u0080-\uffff]/.test(secret)) return undefined;
  const read = readGarbled(readSpelled(secret));
  return read.size < LONG ? undefined : patternOf(read);
}

/** A secret without backslashes, which a text may hold in front of the backslashes of escapes. */
function barePattern(secret: string, octal: boolean): Pattern | undefined {
  if (secret.replaceAll("\\", "").length < LONG) return undefined;
  const read = readBare(secret, octal);
  return read.size > 0 ? patternOf(read, true) : undefined;
}

/** One for the secrets that were asked for last: a client's are mostly the same. */
export function rememberScrubber(): (secrets: readonly string[]) => Scrubber {
  let known: readonly string[] = [];
  let scrubber = makeScrubber(known);
  return (secrets) => {
    if (secrets.length !== known.length || secrets.some((secret, index) => secret !== known[index])) {
      known = secrets;
      scrubber = makeScrubber(secrets);
    }
    return scrubber;
  };
}

function hide(text: string, all: readonly Wanted[], isCut: boolean): string {
  const possible = all.filter(({ secret }) => text.length >= leastOf(secret.length, isCut));
  if (possible.length === 0) return text;
  const plain = readPlain(text);
  // A text without one of these signs spells nothing but itself: each spelling that is read has to begin with one.
  const spelled = /[%&\\\u0080-\uffff]/.test(text) ? readSpelled(text) : undefined;
  const spans: Span[] = [];
  const isGarbled = (spelled || text.includes("?")) && possible.some((one) => one.garbled);
  const garbled = isGarbled ? readGarbled(spelled ?? plain) : undefined;
  const bare = spelled?.hasBackslash ? readBare(text, true) : undefined;
  const digits = bare && readBare(text, false);
  for (const one of possible) {
    findSecret(one.plain, plain, isCut, spans);
    if (spelled) findSecret(one.spelled, spelled, isCut, spans);
    if (garbled && one.garbled) findSecret(one.garbled, garbled, isCut, spans);
    if (bare && one.bare) findSecret(one.bare, bare, isCut, spans);
    if (digits && one.digits) findSecret(one.digits, digits, isCut, spans);
  }
  return marked(text, spans);
}

/** What overlaps is one: of two secrets of which one begins the other nothing is left. */
function marked(text: string, spans: Span[]): string {
  spans.sort(([one], [other]) => one - other);
  let shown = "";
  let last = 0;
  for (let at = 0; at < spans.length; ) {
    let [start, end] = spans[at] as Span;
    for (at++; at < spans.length && (spans[at] as Span)[0] < end; at++) {
      end = Math.max(end, (spans[at] as Span)[1]);
    }
    shown += text.slice(last, start) + MARK;
    last = end;
  }
  return shown + text.slice(last);
}
