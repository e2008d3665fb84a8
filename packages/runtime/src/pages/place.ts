import type { PageSource } from "../definition.ts";
import { UsageError } from "../errors/usage-error.ts";
import { describeValue } from "../values/plain.ts";
import { PageError } from "./page-error.ts";
import type { PageAnswer } from "./types.ts";

/** The page number or offset that the caller asked for, if any. @throws UsageError for what is no number */
export function requestedNumber(value: unknown, field: string): number | undefined {
  if (value === undefined || value === null) return undefined;
  const number = typeof value === "boolean" || value === "" ? Number.NaN : Number(value);
  if (Number.isInteger(number)) return number;
  throw new UsageError(`${field} is ${describeValue(value)}; a whole number is expected.`);
}

/**
 * In a walk, a server that answers with another place than asked for would send the same items again and again. The
 * first page is the caller's to look at, wherever it is; the walk goes on from where the server says that it is.
 */
export function refuseOtherPlace(
  answer: PageAnswer,
  what: string,
  asked: number | undefined,
  stated: number | undefined,
): void {
  if (answer.previous === undefined) return;
  if (asked === undefined || stated === undefined || asked === stated) return;
  throw new PageError(
    `Asked for ${what} ${asked}, the answer is ${what} ${stated}.`,
    answer.source,
    answer.params,
  );
}

/** For styles in which a page is known only from the one before. @throws UsageError */
export function refuseConcurrency({ operation, options }: PageSource): void {
  if ((options.concurrency ?? 1) === 1) return;
  throw new UsageError(
    `${operation.id} learns of a page only from the one before it, so that concurrency is not possible.`,
  );
}
