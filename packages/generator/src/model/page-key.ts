import { unreachable } from "@trunkline/document";
import type { PageStyleModel } from "./answer-model.ts";
import type { OperationModel } from "./operation-model.ts";
import { requestPlace } from "./request-place.ts";
import type { Model } from "./types.ts";

/** Operations of one key have the same page style, with its fields in the same places. */
export function pageKey(operation: OperationModel): string {
  const styles = operation.page?.styles ?? [];
  const places = styles.map((style) => {
    const name = positionName(style);
    return name === undefined ? [] : requestPlace(name, operation);
  });
  return JSON.stringify([styles, places]);
}

/** Keys of the page styles that more than one operation has -> name of the constant of the package that holds one. */
export function sharedPageNames({ operations }: Pick<Model, "operations">): ReadonlyMap<string, string> {
  const keys = operations.filter(({ page }) => page !== undefined).map(pageKey);
  const shared = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  return new Map([...shared].map((key, index) => [key, index === 0 ? "pages" : `pages${index + 1}`]));
}

/**
 * The field of the request that says which page: a query parameter, or a pointer into the JSON body; `undefined` where
 * links say it.
 */
export function positionName(style: PageStyleModel): string | undefined {
  switch (style.style) {
    case "cursor":
      return style.cursor;
    case "page":
      return style.page;
    case "offset":
      return style.offset;
    case "link":
      return undefined;
    case "lastItem":
      return style.after;
    default:
      return unreachable(style);
  }
}
