import type { JsonValue } from "@trunkline/document";
import { PositionTable } from "./positions.ts";
import type { SourceFile } from "./source-file.ts";

interface Parsed {
  readonly text: string;
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
  find({ key, text }: SourceFile, fileIndex: number): JsonValue | undefined {
    this.#wanted.add(key);
    const parsed = this.#byKey.get(key);
    return parsed?.text === text && parsed.fileIndex === fileIndex ? parsed.value : undefined;
  }

  /** @param value - that was parsed without a fault; nobody changes it */
  keep({ key, text }: SourceFile, fileIndex: number, value: JsonValue): void {
    this.#byKey.set(key, { text, fileIndex, value });
  }

  /** Lets go of files that were not asked for since the last time. */
  forgetUnwanted(): void {
    for (const key of this.#byKey.keys()) if (!this.#wanted.has(key)) this.#byKey.delete(key);
    this.#wanted.clear();
  }
}
