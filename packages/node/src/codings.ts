import * as zlib from "node:zlib";

type Options = zlib.ZlibOptions & zlib.BrotliOptions;

/** How one coding of bodies is undone. */
export interface Coding {
  readonly name: string;
  atOnce(bytes: Buffer, options: Options): Buffer;
  /** @param first the first bytes of the body */
  asStream(first: Buffer): NodeJS.ReadWriteStream;
}

// Node.js has it from 22.15 and 23.8 on.
const { createZstdDecompress, zstdDecompressSync } = zlib as Partial<typeof zlib>;

const gzip: Coding = {
  name: "gzip",
  atOnce: (bytes, options) => zlib.gunzipSync(bytes, options),
  asStream: () => zlib.createGunzip(),
};
/** With zlib's header, as RFC 9110 has it, or without one, as many servers send it. */
const deflate: Coding = {
  name: "deflate",
  atOnce: (bytes, options) =>
    hasHeader(bytes) ? zlib.inflateSync(bytes, options) : zlib.inflateRawSync(bytes, options),
  asStream: (first) => (hasHeader(first) ? zlib.createInflate() : zlib.createInflateRaw()),
};
const br: Coding = {
  name: "br",
  atOnce: (bytes, options) => zlib.brotliDecompressSync(bytes, options),
  asStream: () => zlib.createBrotliDecompress(),
};
const zstd: Coding | undefined =
  createZstdDecompress && zstdDecompressSync
    ? {
        name: "zstd",
        atOnce: (bytes, options) => zstdDecompressSync(bytes, options as zlib.ZstdOptions),
        asStream: () => createZstdDecompress(),
      }
    : undefined;

const CODINGS: ReadonlyMap<string, Coding> = new Map(
  [gzip, deflate, br, ...(zstd ? [zstd] : [])].map((coding) => [coding.name, coding]),
);

/** What is asked of servers that offer several. */
export const ACCEPTED: string = [...CODINGS.keys()].join(", ");

/** Most codings that are undone of one body, as browsers have it. */
const MOST = 5;

/**
 * What `content-encoding` says, in the order in which it is undone. A body with a coding that nobody knows is given as
 * it is.
 *
 * @throws for a chain that is longer than any server has a reason for
 */
export function readCodings(field: string | undefined): readonly Coding[] {
  if (!field) return [];
  const names = field.split(",").map((name) => name.trim().toLowerCase());
  if (names.length > MOST) {
    const told = `The body has ${names.length} codings, one in the other (content-encoding); at most ${MOST} are undone.`;
    throw Object.assign(new Error(told), { isFinal: true });
  }
  const found: Coding[] = [];
  for (const name of names.reverse()) {
    if (name === "identity" || name === "") continue;
    const coding = CODINGS.get(name === "x-gzip" ? "gzip" : name);
    if (!coding) return [];
    found.push(coding);
  }
  return found;
}

function hasHeader(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 0x0f) === 0x08;
}
