import type { DiagnosticSink, Reporter as ReporterOf } from "../diagnostic-sink.ts";
import type { Pointer } from "../read/types.ts";

/** What checks find, at places of the bundled document. */
export type Report = DiagnosticSink<Pointer>;

/** Takes faults at such places. */
export type Reporter = ReporterOf<Pointer>;
