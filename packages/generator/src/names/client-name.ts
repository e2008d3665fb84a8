import { pascalCase, words } from "./words.ts";

/** What every title may say, and no name does. */
const noise =
  /\b(?:(?:public|open|rest|restful|http|json|web|developers?|v\d+(?:\.\d+)*)\s+)*(?:apis?|openapi|swagger|docs?|documentation|references?|specs?|specifications?|definitions?|rest|restful|sdk|official|v\d+(?:\.\d+)*)(?![\p{L}\p{Nd}])(?:\s+v?\d+(?:\.\d+)*(?![\p{L}\p{Nd}]))?/giu;
const domain = /(?<=[\p{L}\p{Nd}])\.(?:ai|app|co|com|dev|io|net|org)(?![\p{L}\p{Nd}])/giu;
const possessive = /(?<=\p{L})['’]s(?!\p{L})/gu;
/** What follows explains what stands before. */
const explanation = /[+([{,;~|]|\s(?:\/|by|from|powered|based)\s/iu;
/** What follows may belong to the name: `Acme: Billing`. */
const subtitle = /:\s|\s[-–—]\s/u;
const filler = /^(?:an?|and|at|by|for|from|in|my|of|on|our|the|this|to|welcome|with|your)$/i;
const LONGEST = 4;
const LONGEST_WITH_SUBTITLE = 3;

/** The name of a client, as a person would give it: what the document's title is about. */
export function clientName(title: string): string {
  const parts = title
    .split(subtitle)
    .map((part) => part.split(explanation).map(tellingWords).find(isTelling) ?? [])
    .filter(isTelling);
  const [first = []] = parts;
  const all = parts.flat();
  const chosen = all.length <= LONGEST_WITH_SUBTITLE ? all : first;
  return pascalCase(withoutFillers(chosen.slice(0, LONGEST)).join(" "));
}

function tellingWords(part: string): readonly string[] {
  const plain = part.replace(domain, " ").replace(possessive, "").replace(noise, " ");
  return withoutFillers(plain.split(/\s+/).filter((word) => words(word).length > 0));
}

function withoutFillers(found: readonly string[]): readonly string[] {
  const isName = (word: string): boolean => !filler.test(word);
  const start = found.findIndex(isName);
  if (start < 0) return [];
  return found.slice(start, found.length - [...found].reverse().findIndex(isName));
}

function isTelling(found: readonly string[]): boolean {
  return found.length > 0;
}
