import type { Operation } from "../definition.ts";
import { readPointer, writePointer } from "../pointer.ts";
import type { PageParams } from "./types.ts";

/** Reads a request field: a query parameter by its name, or a field of the JSON body by a pointer (`/page/cursor`). */
export function readField(operation: Operation, params: PageParams, field: string): unknown {
  return readPointer(params, locate(operation, field));
}

/** The params with the field set; the caller's own stay as they are. */
export function writeField(
  operation: Operation,
  params: PageParams,
  field: string,
  value: unknown,
): PageParams {
  return writePointer(params, locate(operation, field), value) as PageParams;
}

/** Pointer of a request field into `params`, where groups can be nested and a body can stand under a name. */
function locate({ nested = {}, body }: Operation, field: string): string {
  if (!field.startsWith("/")) return under(nested.query) + under(field);
  const inside = body === "body" || (typeof body === "object" && body.in === "body");
  return under(nested.body ?? (inside ? "body" : undefined)) + field;
}

function under(name: string | undefined): string {
  return name === undefined ? "" : `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`;
}
