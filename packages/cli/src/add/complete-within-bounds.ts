import type { Diagnostic } from "@trunkline/generator";
import { runThread, type ThreadBounds, TooMuch, threadFile } from "../bounded/run-thread.ts";

/** A document that is to get examples. */
export interface CompleteInput {
  /** Absolute path. */
  readonly spec: string;
  /** Absolute path of the overlay that a person wrote. */
  readonly overlay?: string | undefined;
  /** Folder that reported paths are relative to. */
  readonly cwd: string;
  /** Name of the vendor. */
  readonly name: string;
}

/** What became of a document's examples. */
export interface Examples {
  /** An overlay with those that the document lacks; `undefined` where it lacks none. */
  readonly text: string | undefined;
  /** How many bodies and parameters get one. */
  readonly made: number;
  /** How many get none, because those of the others are as much as is made for one document. */
  readonly left: number;
  /** What gets none, because no value could be made that its schema allows: where it stands. */
  readonly unmade: readonly string[];
  /** Why none were made. */
  readonly refused?: string;
}

/** The faults of a document that cannot be read. */
export type CompleteResult = Examples | readonly Diagnostic[];

/**
 * Makes the examples that a document lacks, whatever it does to those who make them.
 *
 * @returns none, and why, where making them costs more than the bounds allow
 * @throws DocumentError when the document cannot be read
 */
export async function completeWithinBounds(input: CompleteInput, bounds: ThreadBounds): Promise<Examples> {
  const file = threadFile("./complete-thread.ts", "./complete-thread.js", import.meta.url);
  const result = await runThread<CompleteResult>(file, input, bounds).catch((error: unknown): Examples => {
    if (!(error instanceof TooMuch)) throw error;
    return { text: undefined, made: 0, left: 0, unmade: [], refused: error.reason };
  });
  if ("made" in result) return result;
  const { DocumentError } = await import("@trunkline/generator/diagnostics");
  throw new DocumentError(result);
}
