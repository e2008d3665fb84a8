import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import type { SourceRecord } from "./source-record.ts";

/**
 * What a publisher gives out may be a mistake: a part of the document, or something else under its address.
 *
 * @throws CommandFailure, with the way to take it all the same
 */
export function refuseOdd(name: string, before: SourceRecord, after: SourceRecord): void {
  const anyway = `If that is meant: ${commandLine(`update ${name} --force`)}. Nothing was changed.`;
  if (before.origin !== after.origin) return;
  if (before.mediaType !== undefined && before.mediaType !== after.mediaType) {
    throw new CommandFailure(
      `${name}: ${after.origin} gives ${after.mediaType ?? "no media type"}, and gave ${before.mediaType}. ${anyway}`,
    );
  }
  if (after.operations * 2 <= before.operations) {
    throw new CommandFailure(
      `${name}: ${after.origin} has ${after.operations} operations, and had ${before.operations}. ${anyway}`,
    );
  }
}
