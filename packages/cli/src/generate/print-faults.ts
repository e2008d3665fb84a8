import type { Diagnostic } from "@trunkline/generator";
import { printAside } from "../terminal.ts";

/** Prints the errors that were found in a document, with their places. */
export async function printFaults(diagnostics: readonly Diagnostic[]): Promise<void> {
  const { formatDiagnostic } = await import("@trunkline/generator/diagnostics");
  for (const one of diagnostics) if (one.severity === "error") printAside(formatDiagnostic(one));
}
