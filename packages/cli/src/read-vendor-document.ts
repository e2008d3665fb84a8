import type { LoadedDocument } from "@trunkline/generator";

/**
 * A vendor's document as packages are made of it: with the overlay that lies beside it.
 *
 * @param cwd what reported places are relative to @default the working directory
 */
export async function readVendorDocument(spec: string, cwd?: string): Promise<LoadedDocument> {
  const { findOverlay, readDocument } = await import("@trunkline/generator");
  const overlay = await findOverlay(spec);
  return readDocument(spec, {
    ...(overlay === undefined ? {} : { overlay }),
    ...(cwd === undefined ? {} : { cwd }),
  });
}
