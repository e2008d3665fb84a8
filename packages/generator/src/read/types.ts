import type { JsonObject, JsonValue } from "@trunkline/document";
import type { Diagnostic, Location } from "../diagnostics.ts";
import type { ParsedFiles } from "./parsed-files.ts";

/** Keys and indexes from the root of a document to a place in it. */
export type Pointer = readonly (string | number)[];

/** Limits on what is read. A document beyond one of them is refused with an error. */
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
   * Path of an overlay that adds only examples, and only where there are none. It is applied last. A target that it
   * names may be missing from the document.
   *
   * @default none
   */
  readonly examples?: string;
  /** The one origin that refs may lead to. @default none */
  readonly allowRemote?: string;
  /** What an earlier reading of the same document, with the same limits, has parsed. @default nothing */
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
  /**
   * The files that it was read from, the main one first: `key` is the path from the main file's folder, or the address;
   * `bytes` is the content.
   */
  readonly files: readonly { readonly key: string; readonly bytes: Uint8Array }[];
  /** Operations of the sources that it leaves out, such as `GET /programs`, because a part of them cannot be read. */
  readonly leftOut: readonly string[];
  /** The bundled document as YAML; the same bytes for the same input. */
  readonly text: string;
  /** The place in the sources that is nearest to a place in {@link document}. */
  locate(pointer: Pointer): Location;
  /** Places in the main file that a JSONPath (RFC 9535) names; none if the text is not a JSONPath. */
  find(jsonPath: string): readonly Location[];
  /** Whether an overlay wrote what is at a place, so that the user decided it and not the document's author. */
  isOverlaid(pointer: Pointer): boolean;
  /** What it was written in, where {@link document} was converted from that. */
  readonly convertedFrom?: "Swagger 2.0";
  /** Warnings. Errors are thrown as a `DocumentError`. */
  readonly diagnostics: readonly Diagnostic[];
}
