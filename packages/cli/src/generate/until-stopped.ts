import { relative } from "node:path";
import { inWords } from "../failure.ts";
import { print, printError } from "../terminal.ts";

/** @param folder what is watched from here on */
type IsWatching = (folder: string, memoryLimit: number | undefined) => Promise<void>;

/** Does what goes on until Ctrl+C, or a request to end, once it is said to watch. Before that, either ends the command. */
export async function untilStopped(
  work: (signal: AbortSignal, isWatching: IsWatching) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  try {
    await work(controller.signal, async (folder, memoryLimit) => {
      const { prepareGeneration } = await import("@trunkline/generator/generate");
      prepareGeneration(memoryLimit);
      process.once("SIGINT", stop).once("SIGTERM", stop);
      print(`Watching ${relative(process.cwd(), folder) || "this folder"} (Ctrl+C ends it)`);
    });
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** What fails while something is watched is told, and the next change awaited. */
export function printFailure(error: unknown): void {
  printError(inWords(error));
}
