interface Bounds {
  readonly least: number;
  readonly most: number | undefined;
}

/**
 * A string that the pattern matches, by simple means: one of the candidates, else the shortest reading of the pattern
 * itself. `undefined` when both fail.
 */
export function fromPattern(
  pattern: string,
  candidates: readonly (string | undefined)[],
  { least, most = Number.POSITIVE_INFINITY }: Bounds,
): string | undefined {
  const test = compile(pattern);
  if (test === undefined) return undefined;
  const fits = (value: string): boolean => value.length >= least && value.length <= most && test.test(value);
  const given = candidates.find((value): value is string => value !== undefined && fits(value));
  if (given !== undefined) return given;
  for (const repeats of [1, 2, 3, 8, least, 32]) {
    const read = new Reader(pattern, repeats).read();
    if (read !== undefined && fits(read)) return read;
  }
  return undefined;
}

function compile(pattern: string): RegExp | undefined {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(pattern, flags);
    } catch {
      // Not every author writes for Unicode mode.
    }
  }
  return undefined;
}

const CLASSES: Readonly<Record<string, string>> = {
  d: "1",
  w: "a",
  s: " ",
  D: "a",
  W: "-",
  S: "a",
  t: "\t",
  n: "\n",
  r: "\r",
};

/** Reads a pattern and writes down the first thing that each of its parts allows. */
class Reader {
  readonly #source: string;
  /** How often `*` and `+` repeat. */
  readonly #repeats: number;
  #at = 0;

  constructor(source: string, repeats: number) {
    this.#source = source;
    this.#repeats = repeats;
  }

  read(): string | undefined {
    try {
      return this.#alternatives();
    } catch {
      return undefined;
    }
  }

  #alternatives(): string {
    const first = this.#sequence();
    while (this.#peek() === "|") {
      this.#at += 1;
      this.#sequence();
    }
    return first;
  }

  #sequence(): string {
    let text = "";
    for (let next = this.#peek(); next !== undefined && next !== "|" && next !== ")"; next = this.#peek())
      text += this.#repeated(this.#atom());
    return text;
  }

  #atom(): string {
    const char = this.#source[this.#at++] ?? "";
    if (char === "^" || char === "$") return "";
    if (char === ".") return "a";
    if (char === "[") return this.#set();
    if (char === "(") return this.#group();
    return char === "\\" ? this.#escape() : char;
  }

  #group(): string {
    const isLook = /^\?(?:=|!|<=|<!)/.test(this.#source.slice(this.#at));
    const prefix = /^\?(?::|=|!|<=|<!|<[^>]+>)/.exec(this.#source.slice(this.#at));
    this.#at += prefix?.[0].length ?? 0;
    const text = this.#alternatives();
    this.#at += 1;
    return isLook ? "" : text;
  }

  #escape(): string {
    const char = this.#source[this.#at++] ?? "";
    if (char === "b" || char === "B") return "";
    if (char === "p" || char === "P") {
      this.#at = this.#source.indexOf("}", this.#at) + 1;
      return char === "p" ? "a" : "-";
    }
    if (char === "u" || char === "x") {
      const length = char === "u" ? 4 : 2;
      const code = this.#source.slice(this.#at, this.#at + length);
      this.#at += length;
      return String.fromCharCode(Number.parseInt(code, 16));
    }
    return CLASSES[char] ?? char;
  }

  /** The first member of a set; of a negated one, the first plain character that it does not name. */
  #set(): string {
    const isNegated = this.#peek() === "^";
    const from = this.#at + (isNegated ? 1 : 0);
    this.#at = from;
    let first: string | undefined;
    while (this.#peek() !== "]" || this.#at === from) {
      if (this.#at >= this.#source.length) throw new Error("set without end");
      const char = this.#source[this.#at++] ?? "";
      const member = char === "\\" ? this.#escape() : char;
      first ??= member;
    }
    const body = this.#source.slice(from, this.#at);
    this.#at += 1;
    if (!isNegated) return first ?? "a";
    const negated = new RegExp(`[^${body}]`);
    return ["a", "1", "A", "-", " ", "é"].find((one) => negated.test(one)) ?? "a";
  }

  #repeated(text: string): string {
    const rest = this.#source.slice(this.#at);
    const count = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(rest);
    if (count === null) return text;
    this.#at += count[0].length;
    const [, sign, least, comma, most] = count;
    if (sign === "?") return this.#repeats > 1 ? text : "";
    if (sign === "*" || sign === "+") return text.repeat(this.#repeats);
    const upper = comma === "" ? Number(least) : most === "" ? Number.POSITIVE_INFINITY : Number(most);
    return text.repeat(Math.min(Math.max(Number(least), this.#repeats === 1 ? 0 : this.#repeats), upper));
  }

  #peek(): string | undefined {
    return this.#source[this.#at];
  }
}
