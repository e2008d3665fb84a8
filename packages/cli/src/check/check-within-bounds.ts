import type { Diagnostic } from "@trunkline/generator";
import { runThread, type ThreadBounds, TooMuch, threadFile } from "../bounded/run-thread.ts";

/** A document that is to be checked. */
export interface CheckInput {
  /** Absolute path. */
  readonly spec: string;
  /** Folder that reported paths are relative to. */
  readonly cwd: string;
  /** Whether it has to keep the house rules. */
  readonly house: boolean;
}

export type CheckResult = readonly Diagnostic[];

/**
 * Reads and checks a document, whatever it does to those who read it: a pattern of its own may take for ever on an example
 * of its own.
 *
 * @returns what was found, also of a document that cannot be read, or that costs more than the bounds allow
 */
export async function checkWithinBounds(input: CheckInput, bounds: ThreadBounds = {}): Promise<CheckResult> {
  const file = threadFile("./check-thread.ts", "./check-thread.js", import.meta.url);
  try {
    return await runThread<CheckResult>(file, input, bounds);
  } catch (error) {
    if (error instanceof TooMuch) return [tooMuch(input, error.reason)];
    throw error;
  }
}

function tooMuch({ spec }: CheckInput, reason: string): Diagnostic {
  return {
    severity: "error",
    code: "too-large",
    message: `the document is too large or too intricate: to check it takes ${reason}`,
    location: { file: spec, line: 1, column: 1 },
    hint: "if you know where it comes from, allow more with --time-limit and --memory-limit",
  };
}
