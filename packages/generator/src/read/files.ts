import { realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { isRemote } from "./reference.ts";
import { NotAFile, readRegularFile } from "./regular-file.ts";
import { type RemoteFault, type RemoteLimits, readRemote, shownAddress } from "./remote.ts";
import { SourceFile } from "./source-file.ts";
import type { ReadLimits } from "./types.ts";

/** Why a file is not read. */
export interface FileFault {
  readonly code:
    | "file-missing"
    | "file-outside"
    | "file-too-large"
    | "file-encoding"
    | "file-unreadable"
    | RemoteFault["code"];
  readonly message: string;
  readonly hint?: string;
}

/** A file inside the folder, before it is read. */
interface FoundFile {
  readonly key: string;
  readonly name: string;
  /** Its path without links. */
  readonly real: string;
  readonly size: number;
}

/** Files that are open at the same time: systems allow as few as 256 in all. */
const AT_ONCE = 50;

/** Milliseconds for all remote files together. */
const REMOTE_TIME = 8000;

/** An address that a person typed, which may therefore be one of a private network. */
interface TypedAddress {
  /** By which its server knows who asks. */
  readonly header: RemoteLimits["header"];
}

/** Reads files below one folder, and those of one origin where that is allowed, and no others. */
export class FileReader {
  readonly #root: string;
  readonly #cwd: string;
  readonly #limits: ReadLimits;
  readonly #origin: URL | undefined;
  readonly #mayBePrivate: boolean;
  readonly #header: RemoteLimits["header"];
  #realRoot: string | undefined;
  #remoteEnd: number | undefined;
  #bytes = 0;
  #files = 0;

  /** @param typed - set where a person typed an address of the origin, not the origin alone */
  constructor(root: string, cwd: string, limits: ReadLimits, origin?: URL, typed?: TypedAddress) {
    this.#origin = origin;
    this.#mayBePrivate = typed !== undefined;
    this.#header = typed?.header;
    this.#root = root;
    this.#cwd = cwd;
    this.#limits = limits;
  }

  /** @param keys paths from the root, with `/`, or addresses */
  async readAll(keys: readonly string[]): Promise<readonly (SourceFile | FileFault)[]> {
    const files: (SourceFile | FileFault)[] = [];
    for (let start = 0; start < keys.length; start += AT_ONCE) {
      files.push(...(await this.#readTogether(keys.slice(start, start + AT_ONCE))));
    }
    return files;
  }

  /** Files that are counted in their order. */
  async #readTogether(keys: readonly string[]): Promise<readonly (SourceFile | FileFault)[]> {
    const found = await Promise.all(keys.map((key) => (this.#isRemote(key) ? undefined : this.#find(key))));
    const readings = found.map((file) => {
      if (file === undefined || "code" in file) return file;
      return this.#count(file) ?? readText(file);
    });
    const files: (SourceFile | FileFault)[] = [];
    for (const [index, key] of keys.entries()) {
      files.push(await (readings[index] ?? this.#readRemote(new URL(key))));
    }
    return files;
  }

  #isRemote(key: string): boolean {
    return this.#origin !== undefined && isRemote(key);
  }

  async #find(key: string): Promise<FoundFile | FileFault> {
    const path = join(this.#root, ...key.split("/"));
    const name = displayName(path, this.#cwd);
    try {
      this.#realRoot ??= await realpath(this.#root);
      const real = await realpath(path);
      // A link inside the folder may lead out of it.
      if (isOutside(relative(this.#realRoot, real))) {
        const message = `${JSON.stringify(name)} is a link out of the folder of the main document`;
        return { code: "file-outside", message };
      }
      return { key, name, real, size: (await stat(real)).size };
    } catch (error) {
      return fileFault(error, JSON.stringify(name));
    }
  }

  #count({ name, size }: FoundFile): FileFault | undefined {
    const { fileBytes, totalBytes, files } = this.#limits;
    this.#bytes += size;
    this.#files += 1;
    if (size > fileBytes || this.#bytes > totalBytes) {
      const bound = size > fileBytes ? fileBytes : totalBytes;
      const message = `${JSON.stringify(name)} goes beyond the bound of ${bound} bytes`;
      return { code: "file-too-large", message };
    }
    if (this.#files <= files) return undefined;
    return { code: "file-too-large", message: `the document has more than ${files} files` };
  }

  async #readRemote(url: URL): Promise<SourceFile | FileFault> {
    const { fileBytes, totalBytes, files } = this.#limits;
    this.#files += 1;
    if (this.#files > files) {
      return { code: "file-too-large", message: `the document has more than ${files} files` };
    }
    const bytes = Math.max(0, Math.min(fileBytes, totalBytes - this.#bytes));
    this.#remoteEnd ??= performance.now() + REMOTE_TIME;
    const milliseconds = Math.max(1, Math.round(this.#remoteEnd - performance.now()));
    const answer = await readRemote(url, this.#origin ?? url, {
      bytes,
      milliseconds,
      patience: `within the ${REMOTE_TIME / 1000} seconds that all remote files together have`,
      mayBePrivate: this.#mayBePrivate,
      header: this.#header,
    });
    if ("code" in answer) return answer;
    this.#bytes += answer.bytes.length;
    return sourceFile(url.href, shownAddress(url), answer.bytes);
  }
}

async function readText({ key, name, real }: FoundFile): Promise<SourceFile | FileFault> {
  try {
    return sourceFile(key, name, await readRegularFile(real));
  } catch (error) {
    return fileFault(error, JSON.stringify(name));
  }
}

/** The text of a file that was read. */
export function sourceFile(key: string, name: string, bytes: Uint8Array): SourceFile | FileFault {
  try {
    return new SourceFile(key, name, new TextDecoder("utf-8", { fatal: true }).decode(bytes), bytes);
  } catch (error) {
    return fileFault(error, JSON.stringify(name));
  }
}

function fileFault(error: unknown, quoted: string): FileFault {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") {
    return { code: "file-missing", message: `there is no file ${quoted}` };
  }
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
    return { code: "file-encoding", message: `${quoted} is not UTF-8`, hint: "save it as UTF-8" };
  }
  if (error instanceof NotAFile) {
    const hint = error.what === "a folder" ? "name a file in it" : "put a file there";
    return { code: "file-unreadable", message: `${quoted} is ${error.what}`, hint };
  }
  if (typeof code === "string") {
    return { code: "file-unreadable", message: `${quoted} cannot be read (${code})` };
  }
  throw error;
}

/** Relative to the working directory, unless it lies outside of it. */
function displayName(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return (isOutside(short) ? path : short).split(sep).join("/");
}

function isOutside(path: string): boolean {
  return path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path);
}
