import type { JsonValue } from "@trunkline/document";
import { escapeInvisible, INVISIBLE, isPlain } from "../invisible.ts";
import { isIdentifier, isReservedBinding, isReservedWord } from "../names/identifier.ts";
import { withoutOrders } from "../orders.ts";
import { wrap } from "./wrap.ts";

const TEXT: unique symbol = Symbol("TypeScript text");

/**
 * A piece of TypeScript. Only the functions of this file make one, so that a string of a document cannot become code by
 * mistake: what is not `Code` does not fit into {@link code}, by type and at run time.
 */
export interface Code {
  readonly [TEXT]: string;
}

const make = (text: string): Code => ({ [TEXT]: text });

/** The text of a piece of code, for a file. */
export function print(piece: Code): string {
  return piece[TEXT];
}

/** Code around code. A list is joined without a separator. */
export function code(strings: TemplateStringsArray, ...values: readonly (Code | readonly Code[])[]): Code {
  let text = strings[0] ?? "";
  values.forEach((value, index) => {
    text += (isList(value) ? value : [value]).map(textOf).join("") + (strings[index + 1] ?? "");
  });
  return make(text);
}

/** Pieces with a separator that is code as well. */
export function join(pieces: readonly Code[], separator: Code): Code {
  return make(pieces.map(textOf).join(textOf(separator)));
}

/** Nothing, for a part that is left out. */
export const nothing: Code = make("");

function isList(value: Code | readonly Code[]): value is readonly Code[] {
  return Array.isArray(value);
}

function textOf(piece: Code): string {
  const text: unknown = (piece as Partial<Code> | undefined)?.[TEXT];
  if (typeof text !== "string")
    throw new TypeError("Only code may stand in code: quote text of the document first.");
  return text;
}

/** A name that is declared or referred to. Throws when it is not one: names are made in `names/`, not here. */
export function identifier(name: string): Code {
  if (!isIdentifier(name) || isReservedWord(name))
    throw new TypeError(`Not an identifier: ${JSON.stringify(name)}`);
  return make(name);
}

/** The name of a parameter: `type` and `number` are fine there, which name types of the language. */
export function parameterName(name: string): Code {
  if (!isIdentifier(name) || isReservedBinding(name))
    throw new TypeError(`Not a name of a parameter: ${JSON.stringify(name)}`);
  return make(name);
}

/** A name after a dot, or of a class member: reserved words are fine there, `constructor` and its like are not. */
export function memberName(name: string): Code {
  if (!isIdentifier(name) || name === "constructor" || name === "__proto__") {
    throw new TypeError(`Not a member name: ${JSON.stringify(name)}`);
  }
  return make(name);
}

/** A word of small letters, digits, `-` and `_`: what may stand in a template literal. */
export function token(text: string): Code {
  if (!/^[a-z\d_-]+$/.test(text)) throw new TypeError(`Not a plain word: ${JSON.stringify(text)}`);
  return make(text);
}

/** `"…"`, with everything escaped that ends a literal, changes the direction of text or cannot be seen. */
export function stringLiteral(value: string): Code {
  return make(escapeInvisible(JSON.stringify(value)));
}

/** A key of an object literal or of a type, quoted where it must be. */
export function propertyKey(name: string): Code {
  if (name === "__proto__") return make('["__proto__"]');
  return /^[A-Za-z_$][\w$]*$/.test(name) ? make(name) : stringLiteral(name);
}

/** A JSON value as an expression. */
export function literal(value: JsonValue): Code {
  if (typeof value === "string") return stringLiteral(value);
  if (value === null || typeof value === "boolean") return make(String(value));
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
    return make(String(value));
  }
  if (Array.isArray(value)) {
    return code`[${join((value as readonly JsonValue[]).map(literal), code`, `)}]`;
  }
  const fields = Object.entries(value).map(([key, field]) => code`${propertyKey(key)}: ${literal(field)}`);
  return fields.length === 0 ? code`{}` : code`{ ${join(fields, code`, `)} }`;
}

/** Longest line of a comment, indentation included. */
const WIDTH = 110;

/**
 * A doc comment and a line break. Each block is text of any origin (Markdown); blocks are separated by an empty line,
 * tags (`@default 20`) stand together at the end.
 *
 * @param indent - columns in front of the comment, so that lines wrap where the formatter will put them
 */
export function comment(blocks: readonly string[], tags: readonly string[] = [], indent = 0): Code {
  const width = WIDTH - indent - 3;
  const paragraphs = blocks.map((block) => wrap(inert(block), width)).filter((lines) => lines.length > 0);
  const lines = paragraphs.flatMap((paragraph, index) => (index === 0 ? paragraph : ["", ...paragraph]));
  const tagLines = tags.flatMap((tag) => wrap(inert(tag), width, true));
  // A tag after one short line needs no empty line between.
  if (lines.length > 1 && tagLines.length > 0) lines.push("");
  lines.push(...tagLines);
  const [only, ...others] = lines;
  if (only === undefined) return nothing;
  if (others.length === 0 && only.length <= width - 4) return make(`/** ${only} */\n`);
  return make(`/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n`);
}

/**
 * Text that cannot end its comment, hide or turn what follows, or speak to a tool: compiler and linter directives and
 * source-map links are read out of comments too.
 */
export function inert(text: string): string {
  const visible = isPlain(text)
    ? text
    : text
        .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
        .replace(INVISIBLE, "")
        .replace(/\p{Surrogate}/gu, "\uFFFD");
  return withoutOrders(visible.replaceAll("\t", "  ").replaceAll("*/", "*\\/").replaceAll("/*", "/\\*"));
}
