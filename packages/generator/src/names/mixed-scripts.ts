import { words } from "./words.ts";

/** Scripts with letters that look like those of another one. */
const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  ["Coptic", /\p{Script=Coptic}/u],
];

/**
 * The scripts of a name that mixes, in one word, some that look alike (https://www.unicode.org/reports/tr39/#Mixed_Script_Detection):
 * `l\u0456st` with a Cyrillic letter is another name than `list`, and nobody sees it.
 *
 * @returns `undefined` for all other names
 */
export function mixedScripts(name: string): readonly string[] | undefined {
  if (/^[\w$.]*$/.test(name)) return undefined;
  // A word in one script beside a word in another one can be told from both.
  for (const word of words(name)) {
    const found = scripts.filter(([, letters]) => letters.test(word)).map(([script]) => script);
    if (found.length > 1) return found;
  }
  return undefined;
}
