import { type FSWatcher, lstatSync, readdirSync, statSync, watch } from "node:fs";
import { join, sep } from "node:path";

/** Who is told of what happens in a folder. Paths are relative to it, with `/`. */
export interface FolderListener {
  /** Whether what happens in a folder below, and in those below that, is not told. */
  isSkipped(path: string): boolean;
  /** @param isFolder whether a folder came, or took the place of another */
  onChange(path: string, isFolder: boolean): void;
  onError(error: unknown): void;
}

/**
 * Watches a folder and all folders below it.
 *
 * @returns ends it
 */
export function watchFolders(parent: string, folder: string, listener: FolderListener): () => void {
  if (process.platform === "linux") return new FolderWatchers(parent, folder, listener).close;
  const watcher = watch(join(parent, folder), { recursive: true }, (_event, changed) => {
    const path = (changed ?? "").split(sep).join("/");
    const parts = path.split("/");
    const folders = parts.map((_part, index) => parts.slice(0, index + 1).join("/"));
    if (path !== "" && !folders.some((one) => listener.isSkipped(one))) listener.onChange(path, false);
  });
  watcher.on("error", listener.onError);
  return () => watcher.close();
}

/**
 * One watcher for each folder. The recursive one that Node has for Linux stays with the first file of each name, and is
 * deaf to another file that takes its place: editors and Git replace files.
 */
class FolderWatchers {
  readonly #parent: string;
  readonly #folder: string;
  readonly #listener: FolderListener;
  /** Path from the parent -> its watcher. */
  readonly #watchers = new Map<string, FSWatcher>();

  constructor(parent: string, folder: string, listener: FolderListener) {
    this.#parent = parent;
    this.#folder = folder;
    this.#listener = listener;
    // The folder itself may be replaced, which only the one around it tells.
    this.#watch("", (event, name) => {
      if (name !== folder || event !== "rename") return;
      this.#forget(folder);
      for (const entry of this.#open(folder)) listener.onChange(entry, true);
    });
    this.#open(folder);
  }

  readonly close = (): void => {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  };

  #watch(path: string, onEvent: (event: string, name: string) => void): void {
    const watcher = watch(join(this.#parent, path), (event, name) => {
      try {
        onEvent(event, name ?? "");
      } catch (error) {
        this.#listener.onError(error);
      }
    });
    watcher.on("error", this.#listener.onError);
    this.#watchers.set(path, watcher);
  }

  /** @returns the entries of a folder; none when it is not there, or no longer */
  #open(path: string): readonly string[] {
    try {
      if (this.#listener.isSkipped(this.#within(path)) || !this.#isFolder(path)) return [];
      // Before its entries are listed: one that is added meanwhile must not be missed.
      this.#watch(path, (event, name) => this.#notice(path, event, name));
      const names = readdirSync(join(this.#parent, path));
      for (const name of names) this.#open(`${path}/${name}`);
      return names;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      this.#forget(path);
      return [];
    }
  }

  #notice(path: string, event: string, name: string): void {
    const entry = `${path}/${name}`;
    let hasFolder = false;
    if (event === "rename") {
      // Another folder may have taken its place, of which its watcher would not know.
      this.#forget(entry);
      this.#open(entry);
      hasFolder = this.#watchers.has(entry);
    }
    this.#listener.onChange(this.#within(entry), hasFolder);
  }

  /** A path from the parent, as one from the folder. */
  #within(path: string): string {
    return path.slice(this.#folder.length + 1);
  }

  #forget(path: string): void {
    for (const [known, watcher] of this.#watchers) {
      if (known !== path && !known.startsWith(`${path}/`)) continue;
      watcher.close();
      this.#watchers.delete(known);
    }
  }

  /** A link may stand for a whole folder of the first level; a deeper one could lead in a circle. */
  #isFolder(path: string): boolean {
    const look = path.split("/").length > 2 ? lstatSync : statSync;
    return look(join(this.#parent, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  }
}
