import { describeValue } from "../values/plain.ts";
import { type PageError, pageError, refusedWalk } from "./page-error.ts";
import { type Field, readField } from "./reading.ts";
import type { PageParams, PageSource } from "./style.ts";
import type { PageAnswer } from "./types.ts";

/** The page number or offset that the caller asked for, if any. @throws UsageError for what is not a number */
export function requestedNumber(source: PageSource, params: PageParams, field: Field): number | undefined {
  const value = readField(params, field);
  if (value === undefined || value === null) return undefined;
  const number = typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
  if (Number.isInteger(number)) return number;
  throw refusedWalk(
    source,
    `${typeof field === "string" ? field : field.name} is ${describeValue(value)}; a whole number is expected.`,
  );
}

/**
 * In a walk, a server that answers with another place than asked for would send the same items again and again. The
 * first page is the caller's to look at, wherever it is; the walk goes on from where the server says that it is.
 */
export function refuseOtherPosition(
  answer: PageAnswer,
  what: string,
  requested: number | undefined,
  stated: number | undefined,
): void {
  if (answer.previous === undefined) return;
  if (requested === undefined || stated === undefined || requested === stated) return;
  throw pageError(
    answer,
    `Asked for ${what} ${requested}, the answer is ${what} ${answer.scrub().json(stated)}.`,
  );
}

/**
 * The end of a walk; an error where the last page is empty although the answer states a total that is not reached: what
 * is lacking must not be taken for nothing.
 *
 * @param lacking how many items there should be yet
 */
export function unlessLacking(answer: PageAnswer, size: number, lacking: number): PageError | undefined {
  if (size > 0 || lacking <= 0) return undefined;
  return pageError(
    answer,
    `The page is empty, though ${lacking} more items are left of the total that the answer states.`,
  );
}
