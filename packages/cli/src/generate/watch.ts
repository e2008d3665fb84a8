import { statSync } from "node:fs";
import { join } from "node:path";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { watchFolders } from "./watch-folders.ts";

/** Milliseconds of quiet after a change: editors write a file in several steps. */
const QUIET = 40;

/** What is done while `specs` is watched. */
export interface SpecsWatch {
  /** Comes first. What changes meanwhile is called back with afterwards. */
  begin(): Promise<void>;
  /** @param names - of the folders below `specs` in which something changed; one call comes after the other */
  onChange(names: readonly string[]): Promise<void>;
}

/**
 * Watches the folder of the documents until the signal aborts.
 *
 * @throws CommandFailure when there is no such folder
 */
export async function watchSpecs(
  root: string,
  folder: string,
  signal: AbortSignal,
  { begin, onChange }: SpecsWatch,
): Promise<void> {
  const specs = join(root, folder);
  if (!statSync(specs, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandFailure(
      `There is no folder ${specs}, so that there is nothing to watch. ${commandLine("add")} makes it with a first document.`,
    );
  }
  const pending = new Set<string>();
  let isQuiet = false;
  let failure: { readonly error: unknown } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => {};
  const close = watchFolders(root, folder, {
    onChange(name) {
      // What commands stage has a name that begins with a dot.
      if (name.startsWith(".")) return;
      pending.add(name);
      clearTimeout(timer);
      timer = setTimeout(() => {
        isQuiet = true;
        wake();
      }, QUIET);
    },
    onError(error) {
      failure ??= { error };
      wake();
    },
  });
  const stop = (): void => wake();
  signal.addEventListener("abort", stop);
  try {
    await begin();
    while (!signal.aborted) {
      if (failure !== undefined) throw failure.error;
      if (isQuiet) {
        isQuiet = false;
        const names = [...pending].sort();
        pending.clear();
        await onChange(names);
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal.removeEventListener("abort", stop);
    close();
    clearTimeout(timer);
  }
}
