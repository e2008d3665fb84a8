import assert from "node:assert/strict";
import { format } from "node:util";

/** Runs a program, lets it print, and gives the lines that it printed. One program at a time. */
export async function printed(program: () => unknown): Promise<readonly string[]> {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...values: unknown[]) => {
    lines.push(...format(...values).split("\n"));
    log(...values);
  };
  try {
    await program();
  } finally {
    console.log = log;
  }
  return lines;
}

/** Compares the lines that a program prints with text, or with patterns where the words are the server's own. */
export async function prints(program: () => unknown, wanted: readonly (string | RegExp)[]): Promise<void> {
  const lines = await printed(program);
  const compared = lines.map((line, index) => {
    const want = wanted[index];
    return want instanceof RegExp && want.test(line) ? want : line;
  });
  assert.deepEqual(compared, wanted);
}
