import { constants, open } from "node:fs/promises";

/** Something at a path is neither a file nor a link to one: reading it may never end. */
export class NotAFile extends Error {
  override readonly name: string = "NotAFile";
  readonly path: string;
  /** What it is: `a folder`. */
  readonly what: string;

  constructor(path: string, what: string) {
    super(`${path} is ${what}, and a file belongs there.`);
    this.path = path;
    this.what = what;
  }
}

/** Bytes of a file that a document's own bounds are not asked about: 32 MiB. */
const MOST = 33_554_432;

/**
 * The bytes of a file. A pipe that nobody writes to is not waited for, and a device without an end is not read.
 *
 * @throws NotAFile for what is something else
 */
export async function readRegularFile(
  path: string,
  most: number = Number.POSITIVE_INFINITY,
): Promise<Uint8Array> {
  // Windows has no such flag, and no pipes with a path of a file.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch((error: unknown) => {
    throw socketOr(error, path);
  });
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw new NotAFile(path, "a folder");
    if (stats.isFIFO()) throw new NotAFile(path, "a pipe");
    if (!stats.isFile()) throw new NotAFile(path, "a device");
    if (stats.size > most) throw new Error(`${path} is larger than ${most} bytes, so it is not read.`);
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * Text of a file.
 *
 * @throws NotAFile for what is something else
 * @throws Error for a file of more than 32 MiB
 */
export async function readRegularText(path: string): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await readRegularFile(path, MOST));
}

/** A socket cannot be opened at all. */
function socketOr(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENXIO" || code === "EOPNOTSUPP" ? new NotAFile(path, "a socket or a device") : error;
}
