import { DiagnosticSink } from "../diagnostic-sink.ts";
import { fileIndexOf, offsetOf, type Position } from "./positions.ts";
import type { SourceFile } from "./source-file.ts";

/** What is wrong with a document while it is read, at positions of its files. */
export type Faults = DiagnosticSink<Position>;

/** @param files numbered as in the positions that are given */
export function faultsIn(files: readonly SourceFile[]): Faults {
  return new DiagnosticSink(
    (at) => files[fileIndexOf(at)]?.locate(offsetOf(at)) ?? { file: "?", line: 1, column: 1 },
  );
}
