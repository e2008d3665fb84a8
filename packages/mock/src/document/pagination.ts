import { declaredPaginations, type Pagination } from "@trunkline/document";
import { documentExtension } from "./guesses.ts";
import type { OpenDocument } from "./open.ts";
import type { DocumentOperation } from "./operations.ts";

/** The paginations that an operation declares in `x-trunkline`, the default one first. */
export function paginationsOf(
  document: OpenDocument,
  { extension }: DocumentOperation,
): readonly Pagination[] {
  return declaredPaginations(documentExtension(document), extension);
}
