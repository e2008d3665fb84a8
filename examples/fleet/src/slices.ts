import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";

/** Lines of a file, as a job holds them: where they are, and the digest by which a changed file is told. */
export interface Slice {
  readonly file: string;
  readonly from: number;
  readonly bytes: number;
  readonly rows: number;
  readonly digest: string;
}

/** Cuts a file of JSON lines, which ends with a line's end, in one pass. */
export async function* sliceFile(file: string, most: number): AsyncGenerator<Slice, void> {
  let from = 0;
  let bytes = 0;
  let rows = 0;
  let hash = createHash("sha256");
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (let start = 0; start < chunk.length; ) {
      const end = chunk.indexOf(10, start) + 1 || chunk.length;
      hash.update(chunk.subarray(start, end));
      bytes += end - start;
      if (chunk[end - 1] === 10) rows++;
      start = end;
      if (rows < most) continue;
      yield { file, from, bytes, rows, digest: hash.digest("hex") };
      from += bytes;
      bytes = rows = 0;
      hash = createHash("sha256");
    }
  }
  if (rows > 0) yield { file, from, bytes, rows, digest: hash.digest("hex") };
}

/** @throws where the file is no longer the one that was cut */
export async function readSlice<Row>({ file, from, bytes, digest }: Slice): Promise<Row[]> {
  const opened = await open(file);
  try {
    const { buffer } = await opened.read(Buffer.alloc(bytes), 0, bytes, from);
    if (createHash("sha256").update(buffer).digest("hex") !== digest)
      throw new Error(`${file} was changed since it was cut.`);
    return buffer
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Row);
  } finally {
    await opened.close();
  }
}
