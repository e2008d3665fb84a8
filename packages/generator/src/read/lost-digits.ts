import type { Faults } from "./faults.ts";
import { offsetOf, type Position } from "./positions.ts";
import type { SourceFile } from "./source-file.ts";

/** What the key of a bound looks like before its value. */
const BOUND = /(?:maximum|minimum|exclusiveMaximum|exclusiveMinimum)["']?\s*:\s*$/i;
/** The ends of integers of 64 bits, which mean the type where they are a bound. */
const ENDS: readonly string[] = ["9223372036854775807", "18446744073709551615"];

/** Says that an integer of a document has digits that a number does not hold: samples and answers of the mock have others. */
export function tellLostDigits(
  { faults, file }: { readonly faults: Faults; readonly file: SourceFile },
  text: string,
  at: Position,
): void {
  if (!/^[-+]?\d{16,}$/.test(text)) return;
  const read = BigInt(Number(text));
  if (read === BigInt(text.replace("+", ""))) return;
  const offset = offsetOf(at);
  if (ENDS.includes(text) && BOUND.test(file.text.slice(Math.max(0, offset - 40), offset))) return;
  faults.warning(
    at,
    "number-digits",
    `${text.length > 40 ? `${text.slice(0, 40)}…` : text} has more digits than a number holds: it is read as ${String(read).slice(0, 40)}`,
    "take one up to 9007199254740991, or put it in quotes where its schema admits a text",
  );
}
