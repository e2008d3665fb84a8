import { colors } from "./colors.ts";
import { printableArguments, safeOutput } from "./printable.ts";

/** The words of the command line. */
let given: readonly string[] = [];

/** What may be written to the terminal of a text. */
export function shown(text: string): string {
  return safeOutput(printableArguments(text, given));
}

/** Prints what a command has to say, as lines. */
export function print(text: string): void {
  process.stdout.write(`${shown(text)}\n`);
}

/** Prints what a person should know beside that, as lines. */
export function printAside(text: string): void {
  process.stderr.write(`${shown(text)}\n`);
}

/** Prints why a command fails, or a part of it. */
export function printError(text: string): void {
  printAside(`${colors.red("error")} ${text}`);
}

/** Says what is under way, where a person looks on. Returns what takes it away again. */
export function printProgress(text: string): () => void {
  if (!process.stdout.isTTY) return () => {};
  process.stdout.write(colors.dim(`… ${shown(text)}`));
  return () => process.stdout.write("\r\u001b[2K");
}

let failure: NodeJS.ErrnoException | undefined;
let isWatched = false;

/**
 * Lets a command go on when nobody reads what it prints any more (`| head`), and notes when it cannot be written, as on a
 * disk that is full.
 *
 * @param args the words of the command line, which what is printed may repeat
 */
export function watchOutput(args: readonly string[]): void {
  given = args;
  if (isWatched) return;
  isWatched = true;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE" || failure !== undefined) return;
      failure = error;
      process.exitCode = 1;
      if (stream === process.stdout) printError(`What is printed cannot be written (${error.code}).`);
    });
  }
}

/** Why something could not be printed. */
export function outputFailure(): NodeJS.ErrnoException | undefined {
  return failure;
}
