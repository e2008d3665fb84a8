import type { JsonValue } from "@trunkline/document";
import type { Docs, TypeNode } from "../../model/type-nodes.ts";
import { type Code, comment, literal, print } from "../text.ts";

const LONGEST_EXAMPLE = 60;

/** The comment of a type or a field. */
export function commentOf(
  docs: Docs,
  { indent, input }: { readonly indent: number; readonly input: boolean },
  type?: TypeNode,
): Code {
  const { text, blocks } = sentences(docs, input);
  const tags: string[] = [];
  if (input && docs.default !== undefined && docs.default !== null) {
    tags.push(`@default ${print(literal(docs.default))}`);
  }
  const example = docs.example;
  if (example !== undefined && isText(type) && tellsSomething(docs, example))
    tags.push(`@example ${print(literal(example))}`);
  if (docs.deprecated) tags.push("@deprecated");
  return comment([text, ...blocks], tags, indent);
}

/** The first paragraph, with facts after it, and the others. */
function sentences(
  docs: Docs,
  input: boolean,
): { readonly text: string; readonly blocks: readonly string[] } {
  const [first = "", ...rest] = (docs.text ?? "").trim().split(/\n\s*\n/);
  const facts = [...docs.facts, ...(input ? docs.bounds : [])];
  const text = [endSentence(first), ...facts].filter((part) => part !== "").join(" ");
  return { text, blocks: rest };
}

/** Adds a full stop to a text that does not end in a punctuation mark. */
export function endSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?:;…)`|]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Gives the first sentence of the first paragraph. */
export function firstSentence(text: string | undefined): string {
  const [paragraph = ""] = (text ?? "").trim().split(/\n\s*\n/);
  const line = paragraph.replace(/\s+/g, " ");
  return endSentence(/^.*?[.!?](?=\s+[\p{Lu}`])/u.exec(line)?.[0] ?? line);
}

/** Of an enum the type tells enough. */
function isText(type: TypeNode | undefined): boolean {
  if (type?.kind === "union") return type.members.every((member) => isText(member) || isNull(member));
  return type === undefined || (type.kind === "primitive" && type.name === "string");
}

function isNull(type: TypeNode): boolean {
  return type.kind === "primitive" && type.name === "null";
}

/** Dates, addresses and the like are known by their format; numbers and flags by their sentence. */
function tellsSomething(docs: Docs, example: JsonValue): boolean {
  if (typeof example !== "string" || example === "" || docs.facts.length > 0) return false;
  if (example.length > LONGEST_EXAMPLE || (docs.text ?? "").includes(example)) return false;
  return !/^\d{4}-\d\d-\d\d/.test(example) && !/^https?:/.test(example) && !/[\n\r]/.test(example);
}
