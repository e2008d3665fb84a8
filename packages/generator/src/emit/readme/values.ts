import type { Declaration, Shape, TypeNode } from "../../model/type-nodes.ts";
import type { Model } from "../../model/types.ts";
import { isReservedWord } from "../../names/identifier.ts";
import { camelCase } from "../../names/words.ts";
import { markdownFence } from "../markdown.ts";
import { code, identifier, join, memberName, print, stringLiteral } from "../text.ts";

/** What values the types let in and out that no sample shows: words that the API may add to, and dates. */
export function values(model: Model, packageName: string): string | undefined {
  const paragraphs = [...openWords(model, packageName), ...dates(model)];
  return paragraphs.length === 0 ? undefined : `## Values\n\n${paragraphs.join("\n\n")}`;
}

function openWords(model: Model, packageName: string): string[] {
  const answers = model.declarations.filter(({ input }) => !input);
  if (!holds(answers, "other")) return [];
  const text =
    "Where the API documents the words that a field of an answer can hold, the type of the field names them and lets in any other text, so that a word which the API adds breaks no program. Compare as usual, and give a `switch` a `default`.";
  const example = firstWords(answers);
  if (example === undefined) return [text];
  return [
    `${text} To go on with the words that you know and no others, look the value up:`,
    sample(example, packageName),
  ];
}

interface Words {
  readonly type: string;
  readonly field: string;
  readonly words: readonly string[];
}

/** Words that the sample shows at most. */
const SHOWN = 6;

function sample({ type, field, words }: Words, packageName: string): string {
  const own = camelCase(type);
  const value = identifier(isReservedWord(own) || own === "known" ? "answer" : own);
  const known = join(words.slice(0, SHOWN).map(stringLiteral), code`, `);
  const text = code`import type { ${identifier(type)} } from ${stringLiteral(packageName)};

const known = [${known}] as const;

export function knownWord(${value}: ${identifier(type)}) {
  return known.find((word) => word === ${value}.${memberName(field)}); // one of these, or undefined
}`;
  return markdownFence("ts", print(text));
}

/** The first field of an answer that has such words. */
function firstWords(answers: readonly Declaration[]): Words | undefined {
  const shapes = new Map(answers.map(({ name, shape }) => [name, shape]));
  for (const { name, shape } of answers) {
    if (shape.kind !== "interface") continue;
    for (const property of shape.properties) {
      const words = wordsOf(property.type, shapes);
      if (words.length > 1 && /^[a-z]\w*$/i.test(property.name))
        return { type: name, field: property.name, words };
    }
  }
  return undefined;
}

/** The texts that an open enum names. */
function wordsOf(type: TypeNode, shapes: ReadonlyMap<string, Shape>): string[] {
  const shape = type.kind === "reference" ? shapes.get(type.name) : undefined;
  const own = shape?.kind === "alias" ? shape.type : type;
  if (own.kind !== "union" || !own.members.some((member) => member.kind === "other")) return [];
  return own.members.flatMap((member) =>
    member.kind === "literal" && typeof member.value === "string" ? [member.value] : [],
  );
}

function dates({ declarations, operations }: Model): string[] {
  const sent = [
    ...declarations.filter(({ input }) => input).map(({ shape }) => shape),
    ...operations.flatMap(({ parameters }) => parameters.map(({ type }) => type)),
  ];
  const [time, day] = ["Date", "Day"].map((name) => sent.some((one) => holdsNode(one, "external", name)));
  if (!time && !day) return [];
  const how =
    time && day
      ? "a date is due: with a time it is written in ISO 8601, in UTC, and without one the day in UTC is written"
      : time
        ? "a date and time is due, and write it in ISO 8601, in UTC"
        : "a date is due, and write its day in UTC";
  return [`Requests take a \`Date\` wherever ${how}. Answers give the text that the API sent.`];
}

function holds(declarations: readonly Declaration[], kind: TypeNode["kind"], name?: string): boolean {
  return declarations.some(({ shape }) => holdsNode(shape, kind, name));
}

function holdsNode(node: unknown, kind: string, name: string | undefined): boolean {
  // Without recursion: types nest as deep as a document does.
  const open = [node];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== "object" || next === null) continue;
    const one = next as { readonly kind?: unknown; readonly name?: unknown };
    if (one.kind === kind && (name === undefined || one.name === name)) return true;
    // What describes a type holds values of the document.
    for (const [key, value] of Object.entries(next)) if (key !== "docs") open.push(value);
  }
  return false;
}
