import type { JsonValue } from "@trunkline/document";
import { PositionTable } from "./positions.ts";
import type { SourceFile } from "./source-file.ts";

interface Parsed {
  readonly file: SourceFile;
  readonly fileIndex: number;
  readonly value: JsonValue;
}

/** Files as they were parsed, kept from one reading of a document to the next: most of them stay as they are. */
export class ParsedFiles {
  /** Of the parsed values. */
  readonly positions: PositionTable = new PositionTable();
  readonly #byKey = new Map<string, Parsed>();
  readonly #wanted = new Set<string>();

  /** What was kept of a file, `undefined` when it has changed, or its number, which is part of each position. */
  find(file: SourceFile, fileIndex: number): JsonValue | undefined {
    this.#wanted.add(file.key);
    const parsed = this.#byKey.get(file.key);
    return parsed?.file.isSame(file) && parsed.fileIndex === fileIndex ? parsed.value : undefined;
  }

  /** @param value - that was parsed without a fault; nobody changes it */
  keep(file: SourceFile, fileIndex: number, value: JsonValue): void {
    this.#byKey.set(file.key, { file, fileIndex, value });
  }

  /** Lets go of files that were not asked for since the last time. */
  forgetUnwanted(): void {
    for (const key of this.#byKey.keys()) if (!this.#wanted.has(key)) this.#byKey.delete(key);
    this.#wanted.clear();
  }
}
