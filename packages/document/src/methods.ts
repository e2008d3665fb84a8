import { isObject, type JsonObject, type JsonValue } from "./json.ts";

/** Methods that a path item has keys for; the last one since OpenAPI 3.2. */
const methodKeys: ReadonlySet<string> = new Set([
  ...["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"],
]);

/** An operation of a path item. */
export interface ItemOperation {
  /** As it is sent: `GET`. */
  readonly method: string;
  /** Keys from the path item to the operation. */
  readonly keys: readonly string[];
  /** The operation, or a reference to it. */
  readonly operation: JsonValue;
}

/** All operations of a path item, in its own order. */
export function operationsOfItem(item: JsonObject): readonly ItemOperation[] {
  return Object.entries(item).flatMap(([key, value]): readonly ItemOperation[] => {
    if (methodKeys.has(key)) return [{ method: key.toUpperCase(), keys: [key], operation: value }];
    if (key !== "additionalOperations" || !isObject(value)) return [];
    return Object.entries(value).map(([method, operation]) => ({ method, keys: [key, method], operation }));
  });
}

/** Whether a path item has a key of its own for a method, so that it must not stand among its further ones. */
export function hasMethodKey(method: string): boolean {
  return methodKeys.has(method.toLowerCase());
}

/**
 * Whether a method changes nothing on the server, by the registry of HTTP methods.
 *
 * @param method as it is sent: methods are told apart by case
 */
export function isSafeMethod(method: string): boolean {
  return /^(?:GET|HEAD|OPTIONS|TRACE|QUERY|SEARCH|REPORT|PROPFIND)$/.test(method);
}
