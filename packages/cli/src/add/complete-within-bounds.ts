import { runThread, type ThreadBounds, TooMuch, threadFile } from "../bounded/run-thread.ts";
import type { Completed } from "./complete.ts";

/** A document that is to get examples. */
export interface CompleteInput {
  readonly text: string;
  /** The same without aliases. */
  readonly bundled: string;
}

/** What became of a document's examples. */
export interface Examples extends Completed {
  /** Why none were made. */
  readonly refused?: string;
}

/**
 * Gives a document the examples that it lacks, whatever it does to those who make them.
 *
 * @returns the text as it was, and why, where making them costs more than the bounds allow
 */
export async function completeWithinBounds(input: CompleteInput, bounds: ThreadBounds): Promise<Examples> {
  const file = threadFile("./complete-thread.ts", "./complete-thread.js", import.meta.url);
  try {
    return await runThread<Completed>(file, input, bounds);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { text: input.text, made: 0, left: 0, unmade: [], refused: error.reason };
  }
}
