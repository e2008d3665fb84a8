import { basename, dirname, resolve } from "node:path";
import type { JsonValue } from "@trunkline/document";
import { DocumentError, type Location, sortDiagnostics } from "../diagnostics.ts";
import { type BundleResult, bundle } from "./bundle.ts";
import { type Faults, faultsIn } from "./faults.ts";
import { type FileFault, FileReader, sourceFile } from "./files.ts";
import { defaultLimits } from "./limits.ts";
import { applyOverlay } from "./overlay/apply-overlay.ts";
import { matchPaths } from "./overlay/find-paths.ts";
import { layExamples } from "./overlay/lay-examples.ts";
import type { OverlayFile } from "./overlay/read-actions.ts";
import { parseJson } from "./parse-json.ts";
import { parseYaml } from "./parse-yaml.ts";
import { ParsedFiles } from "./parsed-files.ts";
import { fileIndexOf, offsetOf, type Position, type PositionTable, position } from "./positions.ts";
import { allowedOrigin } from "./remote.ts";
import { type MissingFile, type ParsedFile, Resolver } from "./resolve.ts";
import { SourceFile } from "./source-file.ts";
import { convertSwagger } from "./swagger/convert-swagger.ts";
import { isSwagger } from "./swagger/self-contained.ts";
import type { LoadedDocument, Pointer, ReadLimits, ReadOptions } from "./types.ts";
import { TooLarge } from "./value-count.ts";
import { holdSwaggerVersion, type OpenapiVersion, openapiVersion } from "./version.ts";
import { yamlText } from "./yaml-text.ts";

/**
 * Reads an OpenAPI document and the files below its folder that it refers to, as one. Swagger 2.0 is read as OpenAPI 3.0.
 *
 * @param entry path of the main document, YAML or JSON
 * @throws {DocumentError} with every fault that was found, each with its place
 *
 * @example
 * const { document, text } = await readDocument("specs/agora/openapi.yaml");
 */
export async function readDocument(entry: string, options: ReadOptions = {}): Promise<LoadedDocument> {
  const cwd = resolve(options.cwd ?? ".");
  const path = resolve(cwd, entry);
  const origin = options.allowRemote === undefined ? undefined : allowedOrigin(options.allowRemote);
  const beside = (file: string | undefined): string | undefined =>
    file === undefined ? undefined : resolve(cwd, file);
  const limits = { ...defaultLimits, ...options.limits };
  const reader = new FileReader(dirname(path), cwd, limits, origin);
  const reading = new Reading(
    basename(path),
    reader,
    cwd,
    limits,
    origin,
    options.parsed ?? new ParsedFiles(),
  );
  await reading.open();
  return reading.run(beside(options.overlay), beside(options.examples));
}

/** A document that was read from an address which a person typed. */
export interface FetchedDocument {
  /** Where it stands: what it refers to is relative to this, and must be of the same origin. */
  readonly address: URL;
  /** What faults of it are reported under. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a document that was fetched as {@link readDocument} reads a file. Further files come from its own origin alone.
 *
 * @throws {DocumentError} with every fault that was found, each with its place
 */
export async function readFetchedDocument(
  { address, name, bytes }: FetchedDocument,
  { limits: given, parsed = new ParsedFiles() }: Pick<ReadOptions, "limits" | "parsed"> = {},
): Promise<LoadedDocument> {
  const limits = { ...defaultLimits, ...given };
  // The query may hold a secret, and is not part of where a file stands.
  const key = `${address.origin}${address.pathname}`;
  const reader = new FileReader(key, key, limits, address, true);
  const reading = new Reading(key, reader, key, limits, address, parsed);
  reading.give(sourceFile(key, name, bytes));
  return reading.run(undefined, undefined);
}

class Reading {
  readonly #entry: string;
  readonly #cwd: string;
  readonly #limits: ReadLimits;
  readonly #origin: string | undefined;
  readonly #reader: FileReader;
  readonly #sources: SourceFile[] = [];
  readonly #files = new Map<string, ParsedFile | MissingFile | undefined>();
  readonly #parsed: ParsedFiles;
  readonly #positions: PositionTable;
  /** What is wrong with files; what is wrong with the document is collected anew for each bundle. */
  readonly #fileFaults: Faults;
  #overlayIndex: number | undefined;
  /** The main file as an overlay leaves it, before it is converted. */
  #written: JsonValue = null;
  /** What was found when an older version was converted. */
  #converting: Faults | undefined;

  constructor(
    entry: string,
    reader: FileReader,
    cwd: string,
    limits: ReadLimits,
    origin: URL | undefined,
    parsed: ParsedFiles,
  ) {
    this.#parsed = parsed;
    this.#positions = parsed.positions;
    this.#origin = origin?.origin;
    this.#entry = entry;
    this.#cwd = cwd;
    this.#limits = limits;
    this.#reader = reader;
    this.#fileFaults = faultsIn(this.#sources);
  }

  /** Reads the main file. */
  open(): Promise<void> {
    return this.#load(new Map([[this.#entry, undefined]]));
  }

  /** The main file, which was read already. */
  give(file: SourceFile | FileFault): void {
    this.#take(this.#entry, file, undefined);
  }

  async run(overlay: string | undefined, examples: string | undefined): Promise<LoadedDocument> {
    if (overlay !== undefined) this.#overlayIndex = await this.#lay(overlay, applyOverlay);
    this.#stopOnErrors(this.#fileFaults);
    const written = this.#files.get(this.#entry);
    this.#written = written !== undefined && "value" in written ? written.value : null;
    await this.#convert();
    // Last: they are of the document as it is with a person's changes.
    if (examples !== undefined) await this.#lay(examples, layExamples);
    const root = this.#files.get(this.#entry);
    if (root === undefined || !("value" in root)) throw new DocumentError(this.#fileFaults.all);
    const version = openapiVersion(
      root.value,
      position(root.fileIndex, 0),
      this.#positions,
      this.#fileFaults,
    );
    if (version === undefined) throw new DocumentError(this.#fileFaults.all);
    for (;;) {
      const faults = faultsIn(this.#sources);
      const result = this.#bundle(version, faults);
      if (result === undefined || result.missing.size === 0) {
        this.#stopOnErrors(this.#fileFaults, faults);
        return this.#loaded(result, faults, root.value);
      }
      await this.#load(result.missing);
    }
  }

  /** Makes OpenAPI 3 of Swagger 2.0; everything else stays as it is. */
  async #convert(): Promise<void> {
    const file = this.#files.get(this.#entry);
    if (file === undefined || !("value" in file) || !isSwagger(file.value)) return;
    const at = position(file.fileIndex, 0);
    const root = { file: this.#entry, tokens: [], value: file.value, at };
    const isKnown = holdSwaggerVersion(file.value, at, this.#positions, this.#fileFaults);
    if (!isKnown) throw new DocumentError(this.#fileFaults.all);
    for (;;) {
      const faults = faultsIn(this.#sources);
      const resolver = new Resolver(this.#files, this.#positions, faults, this.#origin);
      const value = await convertSwagger({ positions: this.#positions, faults, resolver }, root);
      if (value === undefined && resolver.missing.size > 0) {
        await this.#load(resolver.missing);
        continue;
      }
      this.#stopOnErrors(this.#fileFaults, faults);
      if (value === undefined) return;
      this.#files.set(this.#entry, { value, fileIndex: file.fileIndex });
      this.#converting = faults;
      return;
    }
  }

  /** Changes the main file as an overlay says. Returns the index of the overlay's file. */
  async #lay(
    path: string,
    change: (document: JsonValue, file: OverlayFile) => JsonValue,
  ): Promise<number | undefined> {
    const root = this.#files.get(this.#entry);
    const fileIndex = this.#sources.length;
    const [file] = await new FileReader(dirname(path), this.#cwd, this.#limits).readAll([basename(path)]);
    if (file === undefined) return undefined;
    if (!(file instanceof SourceFile)) {
      this.#unreadable(file, undefined);
      return undefined;
    }
    this.#sources.push(file);
    const value = this.#parse(file, fileIndex);
    this.#stopOnErrors(this.#fileFaults);
    if (root === undefined || !("value" in root) || value === undefined) return fileIndex;
    const start = position(fileIndex, 0);
    const changed = change(root.value, {
      value,
      start,
      positions: this.#positions,
      faults: this.#fileFaults,
    });
    this.#files.set(this.#entry, { value: changed, fileIndex: root.fileIndex });
    return fileIndex;
  }

  #bundle(version: OpenapiVersion, faults: Faults): BundleResult | undefined {
    try {
      return bundle({
        entry: this.#entry,
        files: this.#files,
        version,
        positions: this.#positions,
        faults,
        limits: this.#limits,
        ...(this.#origin === undefined ? {} : { origin: this.#origin }),
      });
    } catch (error) {
      if (error instanceof TooLarge) return undefined;
      throw error;
    }
  }

  /** @param wanted the files, and the refs that lead to them */
  async #load(wanted: ReadonlyMap<string, Position | undefined>): Promise<void> {
    const files = await this.#reader.readAll([...wanted.keys()]);
    for (const [index, [key, askedAt]] of [...wanted].entries()) this.#take(key, files[index], askedAt);
  }

  #take(key: string, file: SourceFile | FileFault | undefined, askedAt: Position | undefined): void {
    if (file === undefined) return;
    if (!(file instanceof SourceFile)) {
      const isMissing = file.code === "file-missing" && askedAt !== undefined;
      if (!isMissing) this.#unreadable(file, askedAt);
      this.#files.set(key, isMissing ? { missing: file.message } : undefined);
      return;
    }
    const fileIndex = this.#sources.length;
    this.#sources.push(file);
    const value = this.#parse(file, fileIndex);
    this.#files.set(key, value === undefined ? undefined : { value, fileIndex });
  }

  #parse(file: SourceFile, fileIndex: number): JsonValue | undefined {
    const known = this.#parsed.find(file, fileIndex);
    if (known !== undefined) return known;
    const before = this.#fileFaults.all.length;
    const value = this.#parseAnew(file, fileIndex);
    // Faults are reported each time.
    if (value !== undefined && this.#fileFaults.all.length === before)
      this.#parsed.keep(file, fileIndex, value);
    return value;
  }

  #parseAnew(file: SourceFile, fileIndex: number): JsonValue | undefined {
    const context = {
      file,
      fileIndex,
      positions: this.#positions,
      faults: this.#fileFaults,
      limits: this.#limits,
    };
    const json = parseJson(context);
    return json === undefined ? parseYaml(context) : json.value;
  }

  #unreadable({ code, message, hint }: FileFault, askedAt: Position | undefined): void {
    if (askedAt === undefined) {
      const location = { file: this.#entry, line: 1, column: 1 };
      throw new DocumentError([
        { severity: "error", code, message, location, ...(hint === undefined ? {} : { hint }) },
      ]);
    }
    this.#fileFaults.error(askedAt, code, message, hint);
  }

  #stopOnErrors(...faults: readonly Faults[]): void {
    if (!faults.some((one) => one.failed)) return;
    throw new DocumentError(sortDiagnostics(faults.flatMap((one) => one.all)));
  }

  #loaded(bundled: BundleResult | undefined, faults: Faults, main: JsonValue): LoadedDocument {
    const { document, leftOut }: Pick<BundleResult, "document" | "leftOut"> = bundled ?? {
      document: Object.create(null),
      leftOut: [],
    };
    let text: string | undefined;
    const start = position(0, 0);
    return {
      document,
      main,
      leftOut,
      get text() {
        text ??= yamlText(document);
        return text;
      },
      locate: (pointer: Pointer) => this.#locate(this.#positions.find(document, pointer, start)),
      find: (jsonPath: string) =>
        (matchPaths(jsonPath, this.#written) ?? []).map((path) =>
          this.#locate(this.#positions.find(this.#written, path, start)),
        ),
      isOverlaid: (pointer: Pointer) =>
        fileIndexOf(this.#positions.find(document, pointer, start)) === this.#overlayIndex,
      ...(this.#converting === undefined ? {} : { convertedFrom: "Swagger 2.0" }),
      diagnostics: sortDiagnostics([
        ...this.#fileFaults.all,
        ...(this.#converting?.all ?? []),
        ...faults.all,
      ]),
    };
  }

  #locate(at: Position): Location {
    const file = this.#sources[fileIndexOf(at)];
    return file?.locate(offsetOf(at)) ?? { file: this.#entry, line: 1, column: 1 };
  }
}
