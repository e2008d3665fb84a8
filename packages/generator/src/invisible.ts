/**
 * What cannot be seen or turns what stands around it: controls (but tab and line feed), soft hyphen, zero-width and
 * bidirectional marks, line separators, byte-order mark, tags.
 */
export const INVISIBLE: RegExp =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/** Whether a text is visible ASCII, tabs and line feeds alone, as nearly all of it is: to see that is quick. */
export function isPlain(text: string): boolean {
  return !/[^\t\n -~]/.test(text);
}

/** Whether something in a text is {@link INVISIBLE}. */
export function hasInvisible(text: string): boolean {
  return !isPlain(text) && text.search(INVISIBLE) !== -1;
}

/**
 * The text with every invisible character as `\uXXXX`: in a string literal of JSON, YAML or TypeScript the same value, in
 * a comment something that can be seen.
 */
export function escapeInvisible(text: string): string {
  if (isPlain(text)) return text;
  return text.replace(INVISIBLE, escapeUnits).replace(/\p{Surrogate}/gu, escapeUnits);
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
