import { declaredPaginations } from "../../extension.ts";
import type { Pagination } from "../../x-trunkline.ts";
import { documentExtension } from "./guesses.ts";
import type { OpenDocument } from "./open-document.ts";
import type { DocumentOperation } from "./operations.ts";

/** The paginations that an operation declares in `x-trunkline`, the default one first. */
export function paginationsOf(
  document: OpenDocument,
  { extension }: DocumentOperation,
): readonly Pagination[] {
  return declaredPaginations(documentExtension(document), extension);
}
