import type { JsonObject, JsonValue } from "@trunkline/document";
import type { Diagnostic, Location } from "../diagnostics.ts";
import type { ParsedFiles } from "./parsed-files.ts";

/** Keys and indexes from the root of a document to a place in it. */
export type Pointer = readonly (string | number)[];

/** Bounds on what is read; a document beyond one is refused with an error. */
export interface ReadLimits {
  /** @default 33554432 (32 MiB), per file */
  readonly fileBytes: number;
  /** @default 67108864 (64 MiB), all files of a document */
  readonly totalBytes: number;
  /** @default 2000 */
  readonly files: number;
  /** Levels of nesting, in a file and in the bundled document. @default 200 */
  readonly depth: number;
  /** Values that YAML aliases may add. @default 100000 */
  readonly aliasValues: number;
  /** Values in a file, and in the bundled document. @default 5000000 */
  readonly values: number;
  /** Items of one list, or entries of one mapping, in a file. @default 250000 */
  readonly children: number;
}

export interface ReadOptions {
  /** Folder that reported paths are relative to. @default the working directory */
  readonly cwd?: string;
  readonly limits?: Partial<ReadLimits>;
  /** Path of an OpenAPI Overlay (1.0 or 1.1) that changes the main file before anything else reads it. @default none */
  readonly overlay?: string;
  /**
   * Path of an overlay that adds nothing but examples, to what has none. It is applied last, and what it names may be gone.
   * @default none
   */
  readonly examples?: string;
  /** The one origin that refs may lead to. @default none */
  readonly allowRemote?: string;
  /** What an earlier reading of the same document with the same limits parsed. @default nothing */
  readonly parsed?: ParsedFiles;
}

/** A document, read and bundled into one. */
export interface LoadedDocument {
  /**
   * Every `$ref` is `#/components/<section>/<name>` and points at something; path items are inlined, YAML aliases
   * resolved. Objects have no prototype, so that `__proto__` is a key like any other.
   */
  readonly document: JsonObject;
  /** The main file as its overlays leave it, converted where it has to be, before it is bundled. */
  readonly main: JsonValue;
  /** The files that it was read from, the main one first: path from its folder, or address, and what stood there. */
  readonly files: readonly { readonly key: string; readonly bytes: Uint8Array }[];
  /** Operations of the sources that it does not have, such as `GET /programs`: a part of them cannot be read. */
  readonly leftOut: readonly string[];
  /** The bundled document as YAML; the same bytes for the same input. */
  readonly text: string;
  /** Nearest known place in the sources of a place in {@link document}. */
  locate(pointer: Pointer): Location;
  /** Places of what a JSONPath (RFC 9535) names in the main file; none for a text that is not one. */
  find(jsonPath: string): readonly Location[];
  /** Whether an overlay wrote what stands at a place: a person's word, whoever wrote the document. */
  isOverlaid(pointer: Pointer): boolean;
  /** What it was written in, where {@link document} was converted from that. */
  readonly convertedFrom?: "Swagger 2.0";
  /** Warnings. Errors are thrown as a `DocumentError`. */
  readonly diagnostics: readonly Diagnostic[];
}
