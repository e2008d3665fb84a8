import { watch } from "node:fs";
import { join, sep } from "node:path";

/** Milliseconds of quiet after a change: editors write a file in several steps. */
const QUIET = 40;

/**
 * Calls back with the names of the folders below `specs` in which something changed, one call after the other. Ends
 * when the signal aborts.
 */
export async function watchSpecs(
  root: string,
  signal: AbortSignal,
  onChange: (names: readonly string[]) => Promise<void>,
): Promise<void> {
  const pending = new Set<string>();
  let isQuiet = false;
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;
  const watcher = watch(join(root, "specs"), { recursive: true, signal }, (_event, path) => {
    const [name = "", ...rest] = (path ?? "").split(sep);
    // Commands write the record of releases, and what they stage has a name that begins with a dot.
    if (rest.length === 0 || rest[0] === "released" || name.startsWith(".")) return;
    pending.add(name);
    clearTimeout(timer);
    timer = setTimeout(() => {
      isQuiet = true;
      wake?.();
    }, QUIET);
  });
  let isOver = false;
  const over = new Promise<void>((resolve, reject) => {
    watcher.on("error", (error) => (error.name === "AbortError" ? resolve() : reject(error)));
    watcher.on("close", resolve);
  }).finally(() => {
    isOver = true;
    clearTimeout(timer);
  });
  while (!isOver) {
    if (!isQuiet) {
      const change = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([over, change]);
    }
    if (isOver || !isQuiet) continue;
    isQuiet = false;
    const names = [...pending].sort();
    pending.clear();
    await onChange(names);
  }
}
