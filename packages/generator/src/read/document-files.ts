import type { JsonValue } from "@trunkline/document";
import { DocumentError, type Location } from "../diagnostics.ts";
import { type Faults, faultsIn } from "./faults.ts";
import type { FileFault, FileReader } from "./files.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { ParsedFiles } from "./parsed-files.ts";
import { fileIndexOf, offsetOf, type Position, type PositionTable } from "./positions.ts";
import type { MissingFile, ParsedFile } from "./resolve.ts";
import { SourceFile } from "./source-file.ts";
import type { ReadLimits } from "./types.ts";

/** What the files of a document are read with. */
interface Setup {
  /** Key of the main file. */
  readonly entry: string;
  readonly reader: FileReader;
  readonly limits: ReadLimits;
  readonly parsed: ParsedFiles;
}

/** The files of a document, as far as they are read, and what is wrong with them. */
export class DocumentFiles {
  readonly entry: string;
  readonly limits: ReadLimits;
  readonly sources: SourceFile[] = [];
  readonly all: Map<string, ParsedFile | MissingFile | undefined> = new Map();
  readonly positions: PositionTable;
  /** What is wrong with files; what is wrong with the document is collected anew for each bundle. */
  readonly faults: Faults;
  readonly #reader: FileReader;
  readonly #parsed: ParsedFiles;

  constructor({ entry, reader, limits, parsed }: Setup) {
    this.entry = entry;
    this.limits = limits;
    this.positions = parsed.positions;
    this.faults = faultsIn(this.sources);
    this.#reader = reader;
    this.#parsed = parsed;
  }

  /** The main file, if it could be read. */
  get main(): ParsedFile | undefined {
    const file = this.all.get(this.entry);
    return file !== undefined && "value" in file ? file : undefined;
  }

  /** @param wanted the files, and the refs that lead to them */
  async load(wanted: ReadonlyMap<string, Position | undefined>): Promise<void> {
    const files = await this.#reader.readAll([...wanted.keys()]);
    for (const [index, [key, askedAt]] of [...wanted].entries()) this.take(key, files[index], askedAt);
  }

  /** A file that was read already, or why it could not be. */
  take(key: string, file: SourceFile | FileFault | undefined, askedAt: Position | undefined): void {
    if (file === undefined) return;
    if (!(file instanceof SourceFile)) {
      const isMissing = file.code === "file-missing" && askedAt !== undefined;
      if (!isMissing) this.unreadable(file, askedAt);
      this.all.set(key, isMissing ? { missing: file.message } : undefined);
      return;
    }
    const fileIndex = this.sources.length;
    this.sources.push(file);
    const value = this.parse(file, fileIndex);
    this.all.set(key, value === undefined ? undefined : { value, fileIndex });
  }

  /** The value of a file; `undefined` where it has none, which is reported. */
  parse(file: SourceFile, fileIndex: number): JsonValue | undefined {
    const known = this.#parsed.find(file, fileIndex);
    if (known !== undefined) return known;
    const before = this.faults.all.length;
    const value = this.#parseAnew(file, fileIndex);
    file.forgetText();
    // Faults are reported each time.
    if (value !== undefined && this.faults.all.length === before) this.#parsed.keep(file, fileIndex, value);
    return value;
  }

  #parseAnew(file: SourceFile, fileIndex: number): JsonValue | undefined {
    const context = {
      file,
      fileIndex,
      positions: this.positions,
      faults: this.faults,
      limits: this.limits,
    };
    const json = parseJson(context);
    return json === undefined ? parseYaml(context) : json.value;
  }

  /** Reports a file that cannot be read; of the main one nothing else can be said. */
  unreadable({ code, message, hint }: FileFault, askedAt: Position | undefined): void {
    if (askedAt === undefined) {
      const location = { file: this.entry, line: 1, column: 1 };
      throw new DocumentError([
        { severity: "error", code, message, location, ...(hint === undefined ? {} : { hint }) },
      ]);
    }
    this.faults.error(askedAt, code, message, hint);
  }

  /** The line that a position stands on. */
  locate(at: Position): Location {
    const file = this.sources[fileIndexOf(at)];
    return file?.locate(offsetOf(at)) ?? { file: this.entry, line: 1, column: 1 };
  }
}
