import { type Docs, endSentence, markdownTable, type PropertyModel } from "@trunkline/generator/reference";
import { cell, code } from "./text.ts";
import { type LinkOf, typeMarkdown } from "./type-markdown.ts";

/** A field and where it travels, if it is sent. */
export interface Field extends PropertyModel {
  readonly place?: string | undefined;
}

/**
 * A table of fields.
 *
 * @param input - whether callers make values: bounds and defaults are of interest then
 */
export function fieldTable(fields: readonly Field[], linkOf: LinkOf, input: boolean): string {
  const isPlaced = fields.some(({ place }) => place !== undefined);
  const rows = fields.map(({ name, optional, type, docs, place }) => [
    code(name),
    typeMarkdown(type, linkOf),
    optional ? "" : "yes",
    ...(isPlaced ? [place ?? ""] : []),
    describe(docs, input),
  ]);
  const always = input ? "Required" : "Always there";
  return markdownTable(["Field", "Type", always, ...(isPlaced ? ["Sent in"] : []), ""], rows);
}

/** What there is to say of a value, on one line. */
export function describe(docs: Docs, input: boolean): string {
  const { text, facts, bounds, default: usual, example, deprecated } = docs;
  const words = [endSentence((text ?? "").trim()), ...facts, ...(input ? bounds : [])].filter(
    (one) => one !== "",
  );
  return [
    ...(deprecated ? ["**Deprecated.**"] : []),
    cell(words.join(" ")),
    ...(input && usual !== undefined && usual !== null ? [`Default ${code(valueText(usual))}.`] : []),
    ...(typeof example === "string" || typeof example === "number"
      ? [`Such as ${code(valueText(example))}.`]
      : []),
  ]
    .filter((one) => one !== "")
    .join(" ");
}

function valueText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= 100 ? text : `${text.slice(0, 99)}…`;
}
