import * as measure from "../../../house/growth/measure.ts";

export const LENGTH = 1500;

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
const MANY: readonly string[] = textsOf(LENGTH * measure.TIMES);

/** How many times the work grows when the texts grow eight times. */
export function growthOf(run: (text: string) => unknown): Promise<number> {
  return growthBetween(run, FEW, MANY);
}

/** How many times the work grows from the few to the many. */
export function growthBetween<T>(
  run: (given: T) => unknown,
  few: readonly T[],
  many: readonly T[],
): Promise<number> {
  const all = (texts: readonly T[]) => async () => {
    for (const one of texts) {
      try {
        await run(one);
      } catch {
        // Refused is fine.
      }
    }
  };
  return measure.growthBetween(all(few), all(many));
}
