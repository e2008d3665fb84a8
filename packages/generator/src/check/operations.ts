import {
  field,
  type ItemOperation,
  isObject,
  type JsonObject,
  type JsonValue,
  listOf,
  objectEntries,
  operationsOfItem,
  type Read,
  readExtension,
} from "@trunkline/document";
import { parseComponentRef } from "../read/component-ref.ts";
import { isRef } from "../read/resolve.ts";
import type { Pointer } from "../read/types.ts";

/** Something of the document and where it stands. */
export interface Placed {
  readonly value: JsonObject;
  readonly at: Pointer;
}

/** An operation with what belongs to it, refs followed. */
export interface OperationView {
  /** `GET /programs/{id}`. */
  readonly title: string;
  /** As it is sent. */
  readonly method: string;
  readonly path: string;
  readonly operation: JsonObject;
  readonly at: Pointer;
  readonly id: string | undefined;
  /** The path's and the operation's own, which replace the path's of the same name and place. */
  readonly parameters: readonly Placed[];
  readonly requestBody: Placed | undefined;
  readonly responses: readonly (Placed & { readonly status: string })[];
  /** `x-trunkline`, empty where there is none. */
  readonly extension: Read<"operation">;
}

/** All operations under `paths`. */
export function operationsOf(document: JsonObject): readonly OperationView[] {
  const views: OperationView[] = [];
  for (const [path, item] of objectEntries(document.paths)) {
    if (!path.startsWith("/")) continue;
    for (const found of operationsOfItem(item)) {
      const { operation } = found;
      if (isObject(operation)) views.push(view(document, path, item, { ...found, operation }));
    }
  }
  return views;
}

function view(
  document: JsonObject,
  path: string,
  item: JsonObject,
  { method, keys, operation }: ItemOperation & { readonly operation: JsonObject },
): OperationView {
  const at = ["paths", path, ...keys];
  const parameters = new Map<string, Placed>();
  for (const [owner, place] of [[item, ["paths", path]] as const, [operation, at] as const]) {
    for (const [index, parameter] of listOf(owner.parameters).entries()) {
      const placed = follow(document, parameter, [...place, "parameters", index]);
      if (placed !== undefined) parameters.set(`${placed.value.in} ${placed.value.name}`, placed);
    }
  }
  return {
    title: `${method} ${path}`,
    method,
    path,
    operation,
    at,
    id: typeof operation.operationId === "string" ? operation.operationId : undefined,
    parameters: [...parameters.values()],
    requestBody: follow(document, operation.requestBody, [...at, "requestBody"]),
    responses: objectEntries(operation.responses).flatMap(([status, response]) => {
      if (status.startsWith("x-")) return [];
      const placed = follow(document, response, [...at, "responses", status]);
      return placed === undefined ? [] : [{ ...placed, status }];
    }),
    extension: readExtension("operation", operation),
  };
}

/** The object itself or what its `$ref` leads to, with the place of the latter. */
export function follow(document: JsonObject, value: JsonValue | undefined, at: Pointer): Placed | undefined {
  let here = value;
  let place = at;
  // Chains of aliases are checked when the document is read: they end.
  while (isRef(here)) {
    const component = parseComponentRef(here.$ref);
    if (component === undefined) return undefined;
    place = ["components", component.section, component.name];
    here = field(field(field(document, "components"), component.section), component.name);
  }
  return isObject(here) ? { value: here, at: place } : undefined;
}

export function isSuccess(status: string): boolean {
  return status.startsWith("2");
}

export function isJsonMediaType(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(;|$)/i.test(mediaType);
}
