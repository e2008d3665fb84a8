import type { JsonObject, JsonValue } from "@trunkline/document";
import { tellLostDigits } from "./lost-digits.ts";
import { type ParseContext, tooDeep } from "./parse-yaml.ts";
import { type Position, position } from "./positions.ts";
import { countOfFile, holdChildren, TooLarge, type ValueCount } from "./value-count.ts";

/** Thrown where a text is not JSON: it may still be YAML. */
class NotJson extends Error {}

/** Thrown where a text goes too deep: it does so as YAML, too. */
class TooDeep extends Error {
  readonly at: Position;

  constructor(at: Position) {
    super();
    this.at = at;
  }
}

/**
 * JSON as plain data, some twenty times as fast as the YAML parser, which large documents need.
 *
 * @returns `undefined` where the text is not JSON
 */
export function parseJson(context: ParseContext): { readonly value: JsonValue | undefined } | undefined {
  if (!/^\s*\{/.test(context.file.text.slice(0, 1000))) return undefined;
  const parser = new JsonParser(context);
  try {
    const value = parser.document();
    parser.report();
    return { value };
  } catch (error) {
    if (error instanceof NotJson) return undefined;
    // As YAML, too, and the fault is reported.
    if (error instanceof TooLarge) return { value: undefined };
    if (!(error instanceof TooDeep)) throw error;
    tooDeep(context, error.at, context.limits.depth);
    return { value: null };
  }
}

const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const spacePattern = /[\t\n\r ]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const stringPattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

class JsonParser {
  readonly #context: ParseContext;
  readonly #text: string;
  readonly #base: Position;
  readonly #duplicates: { readonly key: string; readonly at: Position; readonly first: Position }[] = [];
  readonly #large: { readonly text: string; readonly at: Position }[] = [];
  readonly #count: ValueCount;
  readonly #strings = new Map<string, string>();
  #index = 0;

  constructor(context: ParseContext) {
    this.#count = countOfFile(context.limits, context.faults);
    this.#context = context;
    this.#text = context.file.text;
    this.#base = position(context.fileIndex, 0);
  }

  document(): JsonValue {
    this.#space();
    const value = this.#value(0);
    this.#space();
    if (this.#index !== this.#text.length) throw new NotJson();
    return value;
  }

  /** Only once the text is known to be JSON: else the YAML parser reports them. */
  report(): void {
    const { faults, file } = this.#context;
    for (const { text, at } of this.#large) tellLostDigits(this.#context, text, at);
    for (const { key, at, first } of this.#duplicates) {
      const { line } = file.locate(first - this.#base);
      faults.error(
        at,
        "duplicate-key",
        `the key ${JSON.stringify(key)} stands here a second time`,
        `the first one is on line ${line}: delete one or rename it`,
      );
    }
  }

  #value(depth: number): JsonValue {
    if (depth > this.#context.limits.depth) throw new TooDeep(this.#base + this.#index);
    this.#count.add(1, this.#base + this.#index);
    switch (this.#text[this.#index]) {
      case "{":
        return this.#object(depth);
      case "[":
        return this.#list(depth);
      case '"':
        return this.#string();
      case "t":
        return this.#word("true", true);
      case "f":
        return this.#word("false", false);
      case "n":
        return this.#word("null", null);
      default: {
        const at = this.#base + this.#index;
        const text = this.#match(numberPattern);
        const number = Number(text);
        if (!Number.isFinite(number)) throw new NotJson();
        if (!Number.isSafeInteger(number) && Number.isInteger(number)) this.#large.push({ text, at });
        return number;
      }
    }
  }

  #object(depth: number): JsonObject {
    const at = this.#base + this.#index++;
    const entries: Record<string, JsonValue> = Object.setPrototypeOf({}, null);
    const keys: string[] = [];
    const places: Position[] = [];
    let count = 0;
    this.#space();
    while (!this.#skip("}")) {
      if (count > 0) this.#separator(",");
      this.#hold(++count);
      const keyAt = this.#base + this.#index;
      const key = this.#string();
      this.#space();
      this.#separator(":");
      const value = this.#value(depth + 1);
      if (key in entries) {
        this.#duplicates.push({ key, at: keyAt, first: places[keys.indexOf(key)] ?? at });
      } else {
        entries[key] = value;
        keys.push(key);
        places.push(keyAt);
      }
      this.#space();
    }
    this.#context.positions.setEntries(entries, at, keys, places);
    return entries;
  }

  #list(depth: number): readonly JsonValue[] {
    const at = this.#base + this.#index++;
    const list: JsonValue[] = [];
    const places: Position[] = [];
    this.#space();
    while (!this.#skip("]")) {
      if (list.length > 0) this.#separator(",");
      this.#hold(list.length + 1);
      places.push(this.#base + this.#index);
      list.push(this.#value(depth + 1));
      this.#space();
    }
    // A list that grew has room for more, which adds up.
    const exact = list.slice();
    this.#context.positions.set(exact, at, places);
    return exact;
  }

  #hold(children: number): void {
    const { limits, faults } = this.#context;
    holdChildren(children, this.#base + this.#index, limits, faults);
  }

  #string(): string {
    const end = this.#text.indexOf('"', this.#index + 1);
    const short = this.#text.slice(this.#index + 1, end === -1 ? this.#index + 1 : end);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
    if (end !== -1 && this.#text[this.#index] === '"' && !/[\\\u0000-\u001f]/.test(short)) {
      this.#index = end + 1;
      return this.#kept(short);
    }
    return this.#kept(JSON.parse(this.#match(stringPattern)));
  }

  /** Once each, and as a text of its own: a part of the file's text would keep all of that. */
  #kept(text: string): string {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const own: string = JSON.parse(JSON.stringify(text));
    this.#strings.set(own, own);
    return own;
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#index)) throw new NotJson();
    this.#index += word.length;
    return value;
  }

  #separator(character: string): void {
    if (!this.#skip(character)) throw new NotJson();
    this.#space();
  }

  #skip(character: string): boolean {
    if (this.#text[this.#index] !== character) return false;
    this.#index++;
    return true;
  }

  #space(): void {
    spacePattern.lastIndex = this.#index;
    spacePattern.test(this.#text);
    this.#index = spacePattern.lastIndex;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#index;
    const match = pattern.exec(this.#text)?.[0];
    if (match === undefined) throw new NotJson();
    this.#index = pattern.lastIndex;
    return match;
  }
}
