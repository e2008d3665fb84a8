/**
 * Text of a stranger as text that can be seen: it must not steer the terminal that prints it. Line feeds stay. Colours of
 * our own are added afterwards. What becomes of a string literal of JSON is the same value.
 */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (character) =>
    character === "\n" ? character : escaped(character),
  );
}

/** The same on one line: a name cannot look like a line of ours. */
export function printableLine(text: string): string {
  return printable(text).replaceAll("\n", "\\n");
}

/**
 * A message in which each word of the command line that it repeats stands on one line: a script may have the word from a
 * stranger. Words are looked for part by part, because a message may show a path in another form than it was given in.
 */
export function printableArguments(message: string, args: readonly string[]): string {
  const parts = args.flatMap((word) => word.split("/")).filter((part) => printableLine(part) !== part);
  // One part may hold another.
  parts.sort((one, other) => other.length - one.length);
  return parts.reduce((shown, part) => shown.replaceAll(part, () => printableLine(part)), message);
}

/** A report whose texts can be printed; further lines of a text are indented, so that they do not look like lines of ours. */
export function printableReport<T>(report: T): T {
  return JSON.parse(JSON.stringify(report), (_key, value: unknown) =>
    typeof value === "string" ? printable(value).replaceAll("\n", "\n      ") : value,
  ) as T;
}

/** Colours that we use, tabs, and what is seen: everything else in a text is escaped before it reaches a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the colours of picocolors, and no more
const unseen = /\u001b\[(?:0|1|2|22|31|32|33|39)m|[\p{C}\p{Zl}\p{Zp}]/gu;

/**
 * What a terminal, or the log of a CI server, is given. It is the last guard, behind those that know what they print: it
 * lets colours through, and lets no line begin a command of a CI server (`::error::` of GitHub, `##[…]` and `##vso[…]` of
 * Azure, `##teamcity[…]`).
 */
export function safeOutput(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(unseen, (found) =>
      found.length > 2 || found === "\n" || found === "\t" ? found : escaped(found),
    )
    .replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, "$1\\u003a")
    .replace(/#(?=#(?:\[|vso\[|teamcity\[))/gi, "\\u0023");
}

function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
