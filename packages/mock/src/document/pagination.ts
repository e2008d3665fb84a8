import { declaredPaginations, type Pagination, readExtension } from "@trunkline/document";
import type { OpenDocument } from "./open.ts";
import type { DocumentOperation } from "./operations.ts";

/** The paginations that an operation declares in `x-trunkline`, the default one first. */
export function paginationsOf(
  { root }: OpenDocument,
  { extension }: DocumentOperation,
): readonly Pagination[] {
  return declaredPaginations(readExtension("document", root), extension);
}
