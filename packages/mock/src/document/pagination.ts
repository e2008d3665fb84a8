import { arrayOf, isJsonObject, type Json, type JsonObject, objectOf, stringOf, textsOf } from "./json.ts";
import type { OpenDocument } from "./open.ts";
import type { DocumentOperation } from "./operations.ts";

/** One declared way of paging. `request` holds query names or pointers into the JSON body. */
export interface Pagination {
  readonly style: "cursor" | "page" | "offset" | "link";
  readonly items: string;
  /** Of several names of the page size the first. */
  readonly request: Readonly<Record<string, string>>;
  /** Every name of the page size. */
  readonly limits: readonly string[];
  readonly response: Readonly<Record<string, string>>;
}

/** The paginations that an operation declares in `x-trunkline`, the default one first; links are left to their followers. */
export function paginationsOf(document: OpenDocument, operation: DocumentOperation): readonly Pagination[] {
  return declaredPaginations(document, operation).filter(({ style }) => style !== "link");
}

/** All of them, next links too. */
export function declaredPaginations(
  document: OpenDocument,
  operation: DocumentOperation,
): readonly Pagination[] {
  const named = objectOf(objectOf(document.root["x-trunkline"]).pagination);
  const declared = operation.extension.pagination;
  const list = Array.isArray(declared) ? arrayOf(declared) : declared === undefined ? [] : [declared];
  return list.flatMap((entry) => {
    const definition = typeof entry === "string" ? named[entry] : entry;
    return isJsonObject(definition) ? [readPagination(definition)] : [];
  });
}

function readPagination(definition: JsonObject): Pagination {
  return {
    style: stringOf(definition.style) as Pagination["style"],
    items: stringOf(definition.items) ?? "",
    request: strings(definition.request),
    limits: textsOf(objectOf(definition.request).limit),
    response: strings(definition.response),
  };
}

function strings(value: Json | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).flatMap(([key, one]) => {
      const [first] = textsOf(one);
      return first === undefined ? [] : [[key, first]];
    }),
  );
}
