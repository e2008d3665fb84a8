import type { Location } from "@trunkline/generator";
import { CommandFailure } from "../failure.ts";
import { printAside } from "../terminal.ts";
import type { Vendor } from "../workspace.ts";

/**
 * Prints the faults of a document that cannot be used. If a target of the overlay is gone, it prints what the target named
 * in the document as it was.
 *
 * @throws CommandFailure always, unless what was thrown is not about a document
 */
export async function tellLostTargets(vendor: Vendor, error: unknown): Promise<never> {
  const { DocumentError, formatDiagnostic, readDocument, unmatchedTarget } = await import(
    "@trunkline/generator"
  );
  if (!(error instanceof DocumentError)) throw error;
  const before = await readDocument(vendor.spec).catch(() => undefined);
  for (const diagnostic of error.diagnostics) {
    if (diagnostic.severity !== "error") continue;
    const target = unmatchedTarget(diagnostic);
    const places = target === undefined ? [] : (before?.find(target) ?? []);
    const hint = places.length === 0 ? diagnostic.hint : lost(vendor, places);
    printAside(formatDiagnostic({ ...diagnostic, ...(hint === undefined ? {} : { hint }) }));
  }
  throw new CommandFailure(
    `The document that ${vendor.name} publishes cannot be used. Nothing was changed.`,
    { cause: error },
  );
}

function lost({ specFolder }: Vendor, [first, ...more]: readonly Location[]): string {
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return `it was for ${specFolder}/openapi.yaml:${first?.line}${others}, which the new document does not have: mend the path, or take the action out`;
}
