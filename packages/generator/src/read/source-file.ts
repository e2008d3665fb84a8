import type { Location } from "../diagnostics.ts";

/** Text of one file, and the way from an offset to line and column. */
export class SourceFile {
  /** Relative to the entry's folder, with `/`: what refs are resolved against. */
  readonly key: string;
  /** As reported to people. */
  readonly name: string;
  /** As it was read; a text of ours has none. */
  readonly bytes: Uint8Array | undefined;
  #text: string | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(key: string, name: string, text: string, bytes?: Uint8Array) {
    this.key = key;
    this.name = name;
    this.#text = text;
    this.bytes = bytes;
  }

  get text(): string {
    this.#text ??= new TextDecoder("utf-8", { fatal: true }).decode(this.bytes);
    return this.#text;
  }

  /** Once it is parsed: the text of a large document is large, and its bytes are kept. */
  forgetText(): void {
    this.#lineStarts ??= lineStarts(this.text);
    if (this.bytes !== undefined) this.#text = undefined;
  }

  /** Whether another file says the same. */
  isSame(other: SourceFile): boolean {
    const { bytes } = this;
    return bytes === undefined || other.bytes === undefined
      ? this.text === other.text
      : Buffer.compare(bytes, other.bytes) === 0;
  }

  locate(offset: number): Location {
    this.#lineStarts ??= lineStarts(this.text);
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { file: this.name, line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 };
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
