import { isPlain } from "../invisible.ts";
import { ts } from "../typescript.ts";

/**
 * Whether a text could be an identifier, reserved words aside. Invisible letters and joiners, which Unicode admits, are
 * left out: two names that look alike must not differ.
 */
export function isIdentifier(text: string): boolean {
  return (
    /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) &&
    !/[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text) &&
    isKnown(text) &&
    text === text.normalize("NFC")
  );
}

/** Compilers know the letters of some version of Unicode, and this Node those of a later one. */
function isKnown(text: string): boolean {
  return [...text].every((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 || (code < 0x10000 && ts.isIdentifierPart(code, ts.ScriptTarget.ES2022));
  });
}

/**
 * Emitted code with letters that TypeScript does not know yet as `\\u{…}`: the same value in a string, something to read in
 * a comment. The formatter knows more of them, and would take the quotes off a key that is made of such.
 */
export function escapeUnknownLetters(code: string): string {
  if (isPlain(code)) return code;
  return code.replace(/[^\0-\x7f]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    const isUnknown =
      /\p{ID_Continue}/u.test(character) && !ts.isIdentifierPart(point, ts.ScriptTarget.ESNext);
    return isUnknown ? `\\u{${point.toString(16)}}` : character;
  });
}

/** Words that cannot name a variable, a parameter or a type in a module. */
export function isReservedWord(text: string): boolean {
  return reservedWords.has(text);
}

/** Words that cannot name a parameter in a module; a type of that name would hide one of the language. */
export function isReservedBinding(text: string): boolean {
  return isReservedWord(text) && !typeWords.has(text);
}

const typeWords: ReadonlySet<string> = new Set(
  (
    "any as asserts bigint boolean from get infer intrinsic is keyof module namespace never number object of out " +
    "satisfies set string symbol type unique unknown using"
  ).split(" "),
);

const reservedWords: ReadonlySet<string> = new Set(
  (
    "abstract any arguments as asserts async await bigint boolean break case catch class const constructor continue " +
    "debugger declare default delete do else enum eval export extends false finally for from function get if " +
    "implements import in infer instanceof interface intrinsic is keyof let module namespace never new null number " +
    "object of package private protected public readonly require return satisfies set static string super switch " +
    "symbol this throw true try type typeof undefined unique unknown using var void while with yield __proto__"
  ).split(" "),
);
