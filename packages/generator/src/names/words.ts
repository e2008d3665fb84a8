import { isIdentifier } from "./identifier.ts";

/**
 * The words of a name in any convention: `listProgram_affiliates` -> list, Program, affiliates. What is neither letter
 * nor digit separates; so does a capital after a small letter, and the last capital of a run before a small one, but for the `s` of `APIs`.
 */
export function words(text: string): string[] {
  return text
    .normalize("NFKC")
    .replace(/['’]/gu, "")
    .replace(/(?<=[\p{Ll}\p{Nd}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}(?!s(?!\p{Ll}))\p{Ll})/gu, " ")
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((word) => word !== "");
}

/** `list_affiliates` -> `listAffiliates`. A name that has that form already keeps every letter. */
export function camelCase(text: string): string {
  const [first = "", ...rest] = words(text);
  return checked(
    [isAcronym(first) ? first.toLowerCase() : uncapitalise(first), ...rest.map(capitalise)].join(""),
  );
}

/** `api_key` -> `ApiKey`. Capitals inside words stay: `AIAgent`. */
export function pascalCase(text: string): string {
  return checked(words(text).map(capitalise).join(""));
}

/** `payoutInfo` -> `payout-info`, in ASCII; empty when nothing of the name is. */
export function kebabCase(text: string): string {
  return words(text)
    .map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .filter((word) => word !== "")
    .join("-");
}

/** `entries` -> `Entry`, `data` -> `DataItem`: the name of one of several. */
export function singular(name: string): string {
  if (/[^aeiou]ies$/i.test(name) && !/series$/i.test(name)) return name.replace(/ies$/i, "y");
  // `caches` has lost an `s` only.
  if (
    /(?:x|ch|sh|ss|zz|status|bonus)es$/i.test(name) &&
    !/(?:^|[^a-z]|(?=[A-Z]))(?:[Cc]a|[Nn]i|[Aa])ches$/.test(name)
  )
    return name.slice(0, -2);
  if (/(?:ss|us|is|series|species)$/i.test(name)) return `${name}Item`;
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : `${name}Item`;
}

function isAcronym(word: string): boolean {
  return word.length > 1 && (word === word.toUpperCase() || /^\p{Lu}{2,}s$/u.test(word));
}

function capitalise(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}

function uncapitalise(word: string): string {
  const [first = "", ...rest] = word;
  return first.toLowerCase() + rest.join("");
}

const LONGEST = 80;

/** An identifier, however odd the name was; reserved words are for the caller to see to. */
function checked(name: string): string {
  if (name.length <= LONGEST && /^[A-Za-z_]\w*$/.test(name)) return name;
  const legal = [...name.normalize("NFC")].filter((character) => isIdentifier(`_${character}`));
  const cut = legal.slice(0, LONGEST).join("");
  if (cut === "") return "";
  return isIdentifier(cut) ? cut : `_${cut}`;
}
