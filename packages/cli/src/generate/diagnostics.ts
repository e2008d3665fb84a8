import type { Diagnostic } from "@trunkline/generator";
import { colors } from "../colors.ts";

/** Warnings of one code that are printed one by one: what a large document has more of is all alike. */
const MOST_ALIKE = 20;

/**
 * The lines for what was found in a document: every error, and enough of the warnings to see what they are about.
 *
 * @param options.explain - print all warnings, and the guesses
 */
export async function formatDiagnostics(
  diagnostics: readonly Diagnostic[],
  { explain = false }: { readonly explain?: boolean },
): Promise<readonly string[]> {
  const shown = explain ? diagnostics : diagnostics.filter(({ severity }) => severity !== "guess");
  if (shown.length === 0) return [];
  const most = explain ? Number.POSITIVE_INFINITY : MOST_ALIKE;
  const { formatDiagnostic } = await import("@trunkline/generator/diagnostics");
  const lines: string[] = [];
  const warnings = new Map<string, number>();
  for (const diagnostic of shown) {
    const { code, severity } = diagnostic;
    const count = (warnings.get(code) ?? 0) + 1;
    if (severity === "warning") warnings.set(code, count);
    if (severity !== "warning" || count <= most) lines.push(formatDiagnostic(diagnostic));
  }
  for (const [code, count] of warnings) {
    if (count > most)
      lines.push(colors.dim(`… and ${count - most} more warnings ${code}; --explain prints them all`));
  }
  return lines;
}
