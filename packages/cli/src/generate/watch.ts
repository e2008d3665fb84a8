import { statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { commandLine } from "../command-line.ts";
import { CommandFailure } from "../failure.ts";
import { watchFolders } from "./watch-folders.ts";

/** Milliseconds of quiet after a change: editors write a file in several steps. */
const QUIET = 40;

/** What is done while a folder is watched. */
export interface WatchWork {
  /** Comes first. What changes meanwhile is called back with afterwards. */
  begin(): Promise<void>;
  /** @param names - of what changed, as the watch names it; one call comes after the other */
  onChange(names: readonly string[]): Promise<void>;
}

/** A folder to watch. Paths are relative to it. */
interface Watched {
  readonly folder: string;
  isSkipped(path: string): boolean;
  /** What a change is called; `undefined` = it is none. */
  nameOf(path: string, isFolder: boolean): string | undefined;
}

/**
 * Watches the folder of the documents until the signal aborts. Changes are called by the folders in it in which they are.
 *
 * @param packages folder of the packages, which may stand in that of the documents
 * @throws CommandFailure when there is no such folder
 */
export async function watchSpecs(
  root: string,
  { specs, packages }: { readonly specs: string; readonly packages: string },
  signal: AbortSignal,
  work: WatchWork,
): Promise<void> {
  const folder = join(root, specs);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandFailure(
      `There is no folder ${folder}, so that there is nothing to watch. ${commandLine("add")} makes it with a first document.`,
    );
  }
  const own = relative(folder, join(root, packages)).split(sep).join("/");
  await watchUntil(signal, work, {
    folder,
    isSkipped: (path) => path === own || basename(path) === "node_modules",
    nameOf(path, isFolder) {
      const [name, ...rest] = path.split("/");
      // What commands stage has a name that begins with a dot.
      return name?.startsWith(".") || (rest.length === 0 && !isFolder) ? undefined : name;
    },
  });
}

/** Watches a document and what it may refer to, which is all below its folder, until the signal aborts. */
export async function watchDocument(path: string, signal: AbortSignal, work: WatchWork): Promise<void> {
  await watchUntil(signal, work, {
    folder: dirname(resolve(path)),
    isSkipped: (folder) => /^(?:node_modules|\..+)$/.test(basename(folder)),
    // Of a folder that came, it is not told what is in it. The list of files that are written is read by nobody else.
    nameOf: (file, isFolder) =>
      isFolder || (/\.(?:ya?ml|json)$/i.test(file) && basename(file) !== "trunkline.json") ? file : undefined,
  });
}

async function watchUntil(
  signal: AbortSignal,
  { begin, onChange }: WatchWork,
  { folder, isSkipped, nameOf }: Watched,
): Promise<void> {
  const pending = new Set<string>();
  let isQuiet = false;
  let failure: { readonly error: unknown } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => {};
  const close = watchFolders(dirname(folder), basename(folder), {
    isSkipped,
    onChange(path, isFolder) {
      const name = nameOf(path, isFolder);
      if (name === undefined) return;
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
