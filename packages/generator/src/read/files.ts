import { readFile, realpath, stat } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";
import { isRemote } from "./reference.ts";
import { type RemoteFault, readRemote } from "./remote.ts";
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

/** Milliseconds for all remote files together. */
const REMOTE_TIME = 8000;

/** Reads files below one folder, and those of one origin where that is allowed, and no others. */
export class FileReader {
  readonly #root: string;
  readonly #cwd: string;
  readonly #limits: ReadLimits;
  readonly #origin: URL | undefined;
  #realRoot: string | undefined;
  #remoteEnd: number | undefined;
  #bytes = 0;
  #files = 0;

  constructor(root: string, cwd: string, limits: ReadLimits, origin?: URL) {
    this.#origin = origin;
    this.#root = root;
    this.#cwd = cwd;
    this.#limits = limits;
  }

  /** @param key path from the root, with `/`, or an address */
  async read(key: string): Promise<SourceFile | FileFault> {
    if (this.#origin !== undefined && isRemote(key)) return this.#readRemote(new URL(key), this.#origin);
    const path = join(this.#root, ...key.split("/"));
    const name = displayName(path, this.#cwd);
    const quoted = JSON.stringify(name);
    try {
      this.#realRoot ??= await realpath(this.#root);
      const real = await realpath(path);
      // A link inside the folder may lead out of it.
      if (isOutside(relative(this.#realRoot, real))) {
        return {
          code: "file-outside",
          message: `${quoted} is a link out of the folder of the main document`,
        };
      }
      const { size } = await stat(real);
      const { fileBytes, totalBytes, files } = this.#limits;
      this.#bytes += size;
      this.#files += 1;
      if (size > fileBytes || this.#bytes > totalBytes) {
        const bound = size > fileBytes ? fileBytes : totalBytes;
        return { code: "file-too-large", message: `${quoted} goes beyond the bound of ${bound} bytes` };
      }
      if (this.#files > files) {
        return { code: "file-too-large", message: `the document has more than ${files} files` };
      }
      const text = new TextDecoder("utf-8", { fatal: true }).decode(await readFile(real));
      return new SourceFile(key, name, text);
    } catch (error) {
      return fileFault(error, quoted);
    }
  }

  async #readRemote(url: URL, origin: URL): Promise<SourceFile | FileFault> {
    const { fileBytes, totalBytes, files } = this.#limits;
    this.#files += 1;
    if (this.#files > files) {
      return { code: "file-too-large", message: `the document has more than ${files} files` };
    }
    const bytes = Math.max(0, Math.min(fileBytes, totalBytes - this.#bytes));
    this.#remoteEnd ??= performance.now() + REMOTE_TIME;
    const milliseconds = Math.max(1, Math.round(this.#remoteEnd - performance.now()));
    const answer = await readRemote(url, origin, { bytes, milliseconds });
    if (!(answer instanceof Uint8Array)) return answer;
    this.#bytes += answer.length;
    try {
      return new SourceFile(url.href, url.href, new TextDecoder("utf-8", { fatal: true }).decode(answer));
    } catch (error) {
      return fileFault(error, JSON.stringify(url.href));
    }
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
  if (code === "EISDIR") {
    return { code: "file-unreadable", message: `${quoted} is a folder`, hint: "name a file in it" };
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
