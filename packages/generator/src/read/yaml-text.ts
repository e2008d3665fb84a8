import type { JsonObject, JsonValue } from "@trunkline/document";
import { escapeInvisible, hasInvisible } from "../invisible.ts";

/**
 * Data as block-style YAML that every parser reads alike (YAML 1.1 ones too): a text stands plain only where it
 * cannot be taken for anything else, and every unusual character is escaped.
 */
export function yamlText(value: JsonObject): string {
  if (Object.keys(value).length === 0) return "{}\n";
  const lines: string[] = [];
  writeMap(lines, "", "", value);
  return `${lines.join("\n")}\n`;
}

/** @param first what the first line begins with: the indent, or `- ` after it */
function writeMap(lines: string[], first: string, indent: string, map: JsonObject): void {
  let start = first;
  for (const [key, value] of Object.entries(map)) {
    const name = scalar(key, "");
    if (name.length > MAX_IMPLICIT_KEY) {
      lines.push(`${start}? ${name}`);
      writeValue(lines, `${indent}:`, indent, value);
    } else {
      writeValue(lines, `${start}${name}:`, indent, value);
    }
    start = indent;
  }
}

function writeValue(lines: string[], head: string, indent: string, value: JsonValue): void {
  const inner = `${indent}  `;
  if (typeof value !== "object" || value === null) {
    lines.push(`${head} ${typeof value === "string" ? scalar(value, inner) : JSON.stringify(value)}`);
  } else if (Array.isArray(value)) {
    if (value.length === 0) lines.push(`${head} []`);
    else {
      lines.push(head);
      writeList(lines, inner, value);
    }
  } else if (Object.keys(value).length === 0) {
    lines.push(`${head} {}`);
  } else {
    lines.push(head);
    writeMap(lines, inner, inner, value as JsonObject);
  }
}

function writeList(lines: string[], indent: string, list: readonly JsonValue[]): void {
  for (const item of list) {
    const isMap = typeof item === "object" && item !== null && !Array.isArray(item);
    const longKey = isMap && scalar(Object.keys(item)[0] ?? "", "").length > MAX_IMPLICIT_KEY;
    if (isMap && !longKey && Object.keys(item).length > 0) {
      writeMap(lines, `${indent}- `, `${indent}  `, item as JsonObject);
    } else {
      writeValue(lines, `${indent}-`, indent, item);
    }
  }
}

/** YAML allows 1024 characters before the colon. */
const MAX_IMPLICIT_KEY = 900;

/** Letters first, so that it is not a number, date or mark; then what is harmless in a line. */
const plain = /^[A-Za-z_/($\u00c0-\u02af][\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]*$/;
const ambiguous = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
const block = /^[\t\x20-\x7e\u00a1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff]*$/;

function scalar(text: string, indent: string): string {
  if (hasInvisible(text)) return quoted(text);
  if (plain.test(text) && !ambiguous.test(text) && !/: |:$| #| $/.test(text)) return text;
  const body = text.endsWith("\n") ? text.slice(0, -1) : text;
  const lines = body.split("\n");
  const asBlock =
    indent !== "" &&
    lines.length > 1 &&
    lines.every((line) => block.test(line) && !/^\s+$|^\t/.test(line)) &&
    /^[^\s]/.test(body) &&
    !body.endsWith("\n");
  if (!asBlock) return quoted(text);
  const content = lines.map((line) => (line === "" ? "" : `${indent}${line}`)).join("\n");
  return `${body === text ? "|-" : "|"}\n${content}`;
}

function quoted(text: string): string {
  return escapeInvisible(JSON.stringify(text)).replace(
    /[\u00a0\u202f\u205f\ufff0-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
