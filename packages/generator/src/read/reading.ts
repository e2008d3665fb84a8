import { basename, dirname } from "node:path";
import type { JsonValue } from "@trunkline/document";
import { DocumentError, sortDiagnostics } from "../diagnostics.ts";
import { type BundleResult, bundle } from "./bundle.ts";
import type { DocumentFiles } from "./document-files.ts";
import { type Faults, faultsIn } from "./faults.ts";
import { FileReader } from "./files.ts";
import { applyOverlay } from "./overlay/apply-overlay.ts";
import { matchPaths } from "./overlay/find-paths.ts";
import { layExamples } from "./overlay/lay-examples.ts";
import type { OverlayFile } from "./overlay/read-actions.ts";
import { fileIndexOf, position } from "./positions.ts";
import { Resolver } from "./resolve.ts";
import { SourceFile } from "./source-file.ts";
import { type Converted, convertSwagger, flawedOf } from "./swagger/convert-swagger.ts";
import { isSwagger } from "./swagger/self-contained.ts";
import type { LoadedDocument, Pointer } from "./types.ts";
import { TooLarge } from "./value-count.ts";
import { holdSwaggerVersion, type OpenapiVersion, openapiVersion } from "./version.ts";
import { yamlText } from "./yaml-text.ts";

/** One document in the making: overlaid, converted, bundled, with whatever files that asks for. */
export class Reading {
  readonly #files: DocumentFiles;
  readonly #cwd: string;
  readonly #origin: string | undefined;
  #overlayIndex: number | undefined;
  /** The main file as an overlay leaves it, before it is converted. */
  #written: JsonValue = null;
  /** What was found when an older version was converted. */
  #converting: Faults | undefined;
  #lost: Converted["lost"] = new Map();

  /**
   * @param cwd folder that the names of files beside it are relative to
   * @param origin where files may come from that are not on the disk
   */
  constructor(files: DocumentFiles, cwd: string, origin: URL | undefined) {
    this.#files = files;
    this.#cwd = cwd;
    this.#origin = origin?.origin;
  }

  /**
   * @param overlay path of what changes the main file
   * @param examples path of what lays examples into it
   */
  async run(overlay: string | undefined, examples: string | undefined): Promise<LoadedDocument> {
    if (overlay !== undefined) this.#overlayIndex = await this.#lay(overlay, applyOverlay);
    stopOnErrors(this.#files.faults);
    this.#written = this.#files.main?.value ?? null;
    await this.#convert();
    // Last: they are of the document as it is with a person's changes.
    if (examples !== undefined) await this.#lay(examples, layExamples);
    const root = this.#files.main;
    if (root === undefined) throw new DocumentError(this.#files.faults.all);
    const version = openapiVersion(
      root.value,
      position(root.fileIndex, 0),
      this.#files.positions,
      this.#files.faults,
    );
    if (version === undefined) throw new DocumentError(this.#files.faults.all);
    for (;;) {
      const faults = faultsIn(this.#files.sources);
      const result = this.#bundle(version, faults);
      if (result === undefined || result.missing.size === 0) {
        stopOnErrors(this.#files.faults, faults);
        return this.#loaded(result, faults, root.value);
      }
      await this.#files.load(result.missing);
    }
  }

  /** Makes OpenAPI 3 of Swagger 2.0; everything else stays as it is. */
  async #convert(): Promise<void> {
    const file = this.#files.main;
    if (file === undefined || !isSwagger(file.value)) return;
    const at = position(file.fileIndex, 0);
    const root = { file: this.#files.entry, tokens: [], value: file.value, at };
    const isKnown = holdSwaggerVersion(file.value, at, this.#files.positions, this.#files.faults);
    if (!isKnown) throw new DocumentError(this.#files.faults.all);
    for (;;) {
      const faults = faultsIn(this.#files.sources);
      const resolver = new Resolver(this.#files.all, this.#files.positions, faults, this.#origin);
      const converted = await convertSwagger({ positions: this.#files.positions, faults, resolver }, root);
      if (converted === undefined && resolver.missing.size > 0) {
        await this.#files.load(resolver.missing);
        continue;
      }
      stopOnErrors(this.#files.faults, faults);
      if (converted === undefined) return;
      const { value, lost } = converted;
      this.#lost = lost;
      this.#files.all.set(this.#files.entry, { value, fileIndex: file.fileIndex });
      this.#converting = faults;
      return;
    }
  }

  /** Changes the main file as an overlay says. Returns the index of the overlay's file. */
  async #lay(
    path: string,
    change: (document: JsonValue, file: OverlayFile) => JsonValue,
  ): Promise<number | undefined> {
    const root = this.#files.main;
    const fileIndex = this.#files.sources.length;
    const [file] = await new FileReader(dirname(path), this.#cwd, this.#files.limits).readAll([
      basename(path),
    ]);
    if (file === undefined) return undefined;
    if (!(file instanceof SourceFile)) {
      this.#files.unreadable(file, undefined);
      return undefined;
    }
    this.#files.sources.push(file);
    const value = this.#files.parse(file, fileIndex);
    stopOnErrors(this.#files.faults);
    if (root === undefined || value === undefined) return fileIndex;
    const start = position(fileIndex, 0);
    const changed = change(root.value, {
      value,
      start,
      positions: this.#files.positions,
      faults: this.#files.faults,
    });
    this.#files.all.set(this.#files.entry, { value: changed, fileIndex: root.fileIndex });
    return fileIndex;
  }

  #bundle(version: OpenapiVersion, faults: Faults): BundleResult | undefined {
    try {
      return bundle({
        entry: this.#files.entry,
        files: this.#files.all,
        version,
        positions: this.#files.positions,
        faults,
        flawed: flawedOf(this.#files.main?.value ?? null, this.#lost),
        limits: this.#files.limits,
        ...(this.#origin === undefined ? {} : { origin: this.#origin }),
      });
    } catch (error) {
      if (error instanceof TooLarge) return undefined;
      throw error;
    }
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
      files: this.#files.sources.flatMap(({ key, bytes }) => (bytes === undefined ? [] : [{ key, bytes }])),
      leftOut,
      get text() {
        text ??= yamlText(document);
        return text;
      },
      locate: (pointer: Pointer) => this.#files.locate(this.#files.positions.find(document, pointer, start)),
      find: (jsonPath: string) =>
        (matchPaths(jsonPath, this.#written) ?? []).map((path) =>
          this.#files.locate(this.#files.positions.find(this.#written, path, start)),
        ),
      isOverlaid: (pointer: Pointer) =>
        fileIndexOf(this.#files.positions.find(document, pointer, start)) === this.#overlayIndex,
      ...(this.#converting === undefined ? {} : { convertedFrom: "Swagger 2.0" }),
      diagnostics: sortDiagnostics([
        ...this.#files.faults.all,
        ...(this.#converting?.all ?? []),
        ...faults.all,
      ]),
    };
  }
}

function stopOnErrors(...faults: readonly Faults[]): void {
  if (!faults.some((one) => one.failed)) return;
  throw new DocumentError(sortDiagnostics(faults.flatMap((one) => one.all)));
}
