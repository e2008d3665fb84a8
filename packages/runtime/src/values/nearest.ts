/** Longer names are not slips of the pen, and would cost time. */
const MAX_LENGTH = 40;

/** The name that was probably meant: the same in another spelling, one within another, or one a few letters away. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const wanted = folded(name);
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of known) {
    const letters = difference(wanted, folded(one));
    if (letters <= wanted.length / 3 && letters < least) [best, least] = [one, letters];
  }
  return best;
}

/** `max_retries`, `maxretries` and `max-retries` are one name. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z\d]/g, "");
}

/** In letters; less than one where the known name has what was asked in it, least at its end, as `baseURL` has `url`. */
function difference(wanted: string, known: string): number {
  const extra = Math.abs(wanted.length - known.length);
  if (singular(wanted) === singular(known)) return extra / 100;
  if (wanted.length > 2 && known.includes(wanted)) return extra / (known.endsWith(wanted) ? 1000 : 100);
  if (wanted.includes(known)) return 1 + extra / 100;
  return distance(wanted, known);
}

function singular(name: string): string {
  return name.replace(/ies$/, "y");
}

/** How many letters have to be changed, put in or left out. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      next.push(Math.min(Number(row[j - 1]) + same, Number(row[j]) + 1, Number(next[j - 1]) + 1));
    }
    row = next;
  }
  return Number(row[to.length]);
}
