import type { JsonObject, JsonValue } from "@trunkline/document";

/**
 * `openapi.yaml`: read line by line in the few forms that the writer uses, and held against the document. What else could
 * stand in a YAML file (a second document, a directive, a tag, an alias) is not one of them.
 */
export function checkShippedDocument(text: string, document: JsonObject): string[] {
  const reader = new Reader(text);
  try {
    const value = reader.document();
    return isEqual(value, document) ? [] : [`openapi.yaml does not hold the document that was read`];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [`openapi.yaml:${reader.line} ${error.message}`];
  }
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

class Reader {
  readonly #lines: readonly string[];
  #index = 0;

  constructor(text: string) {
    this.#lines = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
  }

  get line(): number {
    return this.#index + 1;
  }

  document(): JsonValue {
    if (this.#lines.length === 1 && this.#lines[0] === "{}") return {};
    const value = this.#map(0);
    if (this.#index < this.#lines.length) throw new SyntaxError("goes on after the end of the document");
    return value;
  }

  /** Entries of one indent; the first line may begin after a `- ` that was read. */
  #map(indent: number, first?: string): JsonValue {
    const entries: [string, JsonValue][] = [];
    let rest = first;
    for (;;) {
      const body = rest ?? this.#body(indent);
      if (body === undefined) return Object.fromEntries(entries);
      rest = undefined;
      if (body.startsWith("? ")) {
        const key = scalar(body.slice(2));
        this.#index++;
        const value = this.#body(indent);
        if (value === undefined || !(value === ":" || value.startsWith(": ")))
          throw new SyntaxError("has half a key");
        entries.push([String(key), this.#value(value.slice(2), indent)]);
        continue;
      }
      const end = keyEnd(body);
      if (end === -1) throw new SyntaxError("has a line that is not an entry");
      const key = scalar(body.slice(0, end));
      if (typeof key !== "string") throw new SyntaxError("has a key that is not text");
      entries.push([key, this.#value(body.slice(end + 2), indent)]);
    }
  }

  /** The line at an indent, without it; `undefined` where the block ends. */
  #body(indent: number): string | undefined {
    const line = this.#lines[this.#index];
    if (line === undefined) return undefined;
    const start = line.search(/[^ ]/);
    if (start < indent) return undefined;
    if (start > indent) throw new SyntaxError("is indented where nothing is open");
    return line.slice(indent);
  }

  #list(indent: number): JsonValue {
    const items: JsonValue[] = [];
    for (let body = this.#body(indent); body?.startsWith("-"); body = this.#body(indent)) {
      const rest = body.slice(2);
      if (body !== "-" && body[1] !== " ") throw new SyntaxError("has a line that is not an entry");
      const isMap = body !== "-" && keyEnd(rest) !== -1 && !/^[|[{]/.test(rest);
      if (isMap) {
        items.push(this.#map(indent + 2, rest));
      } else items.push(this.#value(rest, indent));
    }
    return items;
  }

  /** What stands behind a colon or a dash: the rest of the line, or the block below it. */
  #value(rest: string, indent: number): JsonValue {
    this.#index++;
    if (rest === "|" || rest === "|-") return this.#block(indent, rest === "|" ? "\n" : "");
    if (rest !== "") return scalar(rest);
    const inner = indent + 2;
    const next = this.#lines[this.#index];
    if (next?.startsWith(`${" ".repeat(inner)}-`) && /^-(?: |$)/.test(next.slice(inner)))
      return this.#list(inner);
    return this.#map(inner);
  }

  #block(indent: number, end: string): string {
    const prefix = " ".repeat(indent + 2);
    const lines: string[] = [];
    for (let line = this.#lines[this.#index]; line !== undefined; line = this.#lines[++this.#index]) {
      if (line !== "" && !line.startsWith(prefix)) break;
      lines.push(line.slice(prefix.length));
    }
    return lines.join("\n") + end;
  }
}

/** Place of the colon behind a key, quoted or plain. */
function keyEnd(body: string): number {
  if (body.startsWith('"')) {
    const quoted = /^"(?:[^"\\]|\\.)*"/.exec(body)?.[0].length ?? -1;
    return body[quoted] === ":" && (body.length === quoted + 1 || body[quoted + 1] === " ") ? quoted : -1;
  }
  const end = body.search(/:(?: |$)/);
  return end;
}

function scalar(text: string): JsonValue {
  if (text.startsWith('"')) return JSON.parse(text) as string;
  if (text === "[]") return [];
  if (text === "{}") return {};
  if (text === "null") return null;
  if (text === "true" || text === "false") return text === "true";
  if (number.test(text)) return Number(text);
  // A plain text: no mark of YAML at its beginning, no comment or key inside.
  if (/^[A-Za-z_/($\u00c0-\u02af]/.test(text) && !/: |:$| #/.test(text)) return text;
  throw new SyntaxError("has a value that is neither text nor number");
}

function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
    return Object.is(a, b) || a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  const others = Object.keys(b);
  return (
    keys.length === others.length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isEqual((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
