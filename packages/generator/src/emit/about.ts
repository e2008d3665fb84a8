import { endSentence, firstSentence } from "./typescript/docs.ts";

/** What a document says about an operation. */
interface Words {
  readonly summary: string | undefined;
  readonly description: string | undefined;
}

/**
 * Gives the texts about an operation: its summary as a sentence, then its description. If one repeats the other, it is
 * left out: `Create an agent` before `Creates an agent in draft.`
 */
export function about({ summary, description }: Words): string[] {
  const title = endSentence(summary ?? "");
  const text = withoutTitle((description ?? "").trim(), title);
  if (title === "" || text === "") return [title || text].filter((one) => one !== "");
  return saysTheSame(title, firstSentence(text)) ? [text] : [title, text];
}

/** A description without a first paragraph, or a heading, that is the summary itself. */
function withoutTitle(text: string, title: string): string {
  const [first = "", ...rest] = text.split(/\n\s*\n/);
  if (rest.length === 0 || first.includes("\n")) return text;
  return lettersOf(first) === lettersOf(title) ? rest.join("\n\n").trim() : text;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Whether the first sentence of a description says all that a summary says. It does where both begin with the same verb,
 * or one of the same meaning, and every other word of the summary is in the sentence. Words that turn the meaning, such as
 * `not`, and where something comes from or goes to, count as words.
 */
export function saysTheSame(summary: string, sentence: string): boolean {
  return isSaidBy(summary, sentence) || isSaidBy(summary, sentence.replace(LEAD_IN, ""));
}

function isSaidBy(summary: string, sentence: string): boolean {
  const [verb, ...words] = wordsOf(summary);
  const [first, ...others] = wordsOf(sentence);
  if (verb === undefined || first === undefined) return false;
  const meaning = meaningOf(verb);
  if (meaning !== meaningOf(first)) return false;
  const said = new Set(others);
  const plain = PLAIN_WITH[meaning] ?? [];
  return words.every((word) => said.has(word) || plain.includes(word));
}

/** `This endpoint lets you`, `Use this operation to`: what a sentence says before its verb. */
const LEAD_IN =
  /^\s*(?:use\s+)?(?:(?:this|the|an?)\s+)?(?:(?:api|endpoint|operation|method|route|call|request)\s+)+(?:(?:that|which|will|can\s+be|is)\s+)*(?:used\s+)?(?:(?:allows?|lets?|enables?|helps?)\s+(?:you|users|clients|callers)\s+)?(?:to\s+)?|^\s*(?:allows?|lets?|enables?)\s+(?:you|users|clients|callers)\s+(?:to\s+)?/i;

/** Verbs of one meaning, by their stems. */
const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    read: ["get", "return", "retrieve", "fetch", "read", "show", "give", "list", "find"],
    make: ["create", "make", "add"],
    change: ["update", "change", "edit", "modify", "set"],
    delete: ["delete", "remove"],
  }).flatMap(([meaning, verbs]) => verbs.map((verb) => [stem(verb), meaning] as const)),
);

/** Words that add nothing to a verb of the meaning. */
const PLAIN_WITH: Readonly<Record<string, readonly string[]>> = { read: ["all"], make: ["new"] };

function meaningOf(verb: string): string {
  return MEANINGS.get(verb) ?? verb;
}

/** Where something comes from or goes to, and by what: a mark of the words that follow. */
const DIRECTION = /^(?:to|from|into|in|on|at|for|by|with|without|as|before|after|between|via)$/;
/** Where such words end. */
const BREAK = /^(?:of|[,;:(])$/;
const FILLER = /^(?:an?|the|its|your|their|one|given|specified|existing|s)$/;

/** Words that carry meaning. Verbs, at the beginning and after `and` or `or`, are stems. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let direction = "";
  let before = "and";
  for (const word of text.toLowerCase().match(/[\p{L}\p{M}\p{Nd}]+|[,;:(]/gu) ?? []) {
    if (FILLER.test(word)) continue;
    if (DIRECTION.test(word)) direction = `${word} `;
    else if (BREAK.test(word)) direction = "";
    else words.push(direction + (before === "and" || before === "or" ? stem(word) : word));
    before = word;
  }
  return words;
}

/** A verb without its ending: `creates` and `creating` are `creat`, as `create` is. */
function stem(verb: string): string {
  return verb
    .replace(/(?:(.)\1)?ing$/, "$1")
    .replace(/ies$/, "y")
    .replace(/(?<=s|x|z|ch|sh)es$|(?<!s)s$/, "")
    .replace(/e$/, "");
}
