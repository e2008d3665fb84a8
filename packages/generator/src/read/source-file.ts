import type { Location } from "../diagnostics.ts";

/** Text of one file, and the way from an offset to line and column. */
export class SourceFile {
  /** Relative to the entry's folder, with `/`: what refs are resolved against. */
  readonly key: string;
  /** As reported to people. */
  readonly name: string;
  readonly text: string;
  /** As it was read; a text of ours has none. */
  readonly bytes: Uint8Array | undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(key: string, name: string, text: string, bytes?: Uint8Array) {
    this.key = key;
    this.name = name;
    this.text = text;
    this.bytes = bytes;
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
