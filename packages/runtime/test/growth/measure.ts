// Work at eight times the length against work at the length. 2.5 times at each doubling is 15.6: what grows with the
// length is at 8, what grows with its square at 64, and a pattern that tries all ways does not end.
export const TIMES = 8;
export const MOST: number = 2.5 ** 3;
export const LENGTH = 1500;
/** Below so many microseconds of computing nothing can be told. */
const FLOOR = 500;

/** What patterns and parsers are known to run over again and again. */
const UNITS: readonly string[] = [
  ..." /\\\"'`<>()[]{}%~.,;:=+-_*#?!@&|aA0\n\r\t\u0000\u2028éÃ\u0080",
  ...[
    "%2",
    "%25",
    "%25252F",
    "&",
    "&#",
    "&#x2f;",
    "&#0000000047;",
    "&amp;",
    "&amp;#47;",
    "&aaaaaaaaaaa",
    "\\u002f",
    "\\057",
    "\\x{2f}",
  ],
  ...[
    "\\\\u002f",
    "\\u",
    "\\x2",
    '\\"',
    "<>",
    "; ",
    ", ",
    "a,",
    "rel=",
    "1.",
    "</a>;",
    "<a>; rel=next,",
    "{a}",
  ],
  ...[
    "~0",
    "~1",
    "\r\n",
    "..",
    "/..",
    "=a;",
    "2e",
    "a=",
    "&a=",
    "data:",
    "data:a\n\n",
    "id:\n",
    ":\n",
    "r=0;t=1,",
  ],
  ...["Mon, ", " 2000", "😀", "aaaaaaab", "[1,", '{"a":', '"a",'],
];

/** What does not end as it goes on is where a pattern goes back to try another way. */
const textsOf = (length: number): string[] =>
  UNITS.map((unit) => `${unit.repeat(Math.ceil(length / unit.length))}\u0001`);
const FEW: readonly string[] = textsOf(LENGTH);
const MANY: readonly string[] = textsOf(LENGTH * TIMES);

async function work<T>(run: (given: T) => unknown, texts: readonly T[]): Promise<number> {
  const before = process.cpuUsage();
  for (const one of texts) {
    try {
      await run(one);
    } catch {
      // Refused is fine.
    }
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

/** How many times the work grows when the texts grow eight times. */
export function growthOf(run: (text: string) => unknown): Promise<number> {
  return growthBetween(run, FEW, MANY);
}

/** How many times the work grows from the few to the many. */
export async function growthBetween<T>(
  run: (given: T) => unknown,
  few: readonly T[],
  many: readonly T[],
): Promise<number> {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // The least of several: a busy machine only adds.
  for (let repeat = 0; repeat < 5; repeat++) {
    least = Math.min(least, await work(run, few));
    most = Math.min(most, await work(run, many));
    if (most / Math.max(least, FLOOR) <= MOST) break;
  }
  return most / Math.max(least, FLOOR);
}
