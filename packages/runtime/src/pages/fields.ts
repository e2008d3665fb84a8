import { readPointer, writePointer } from "../pointer.ts";
import type { PageParams } from "./types.ts";

/** A request field of a page style: a name in `params`, or a place deeper in them made by `paramField`. */
export type Field = string | FieldPlace;

/** Where a request field lies. */
export interface FieldPlace {
  /** What errors call it. */
  readonly name: string;
  read(params: PageParams): unknown;
  /** The params with the field set; the caller's own stay as they are. */
  write(params: PageParams, value: unknown): PageParams;
}

/** A request field inside a JSON body or a nested group, by its pointer into `params` (`/body/page/cursor`). */
export function paramField(pointer: string): FieldPlace {
  return {
    name: pointer,
    read: (params) => readPointer(params, pointer),
    write: (params, value) => writePointer(params, pointer, value) as PageParams,
  };
}

export function readField(params: PageParams, field: Field): unknown {
  return typeof field === "string" ? params[field] : field.read(params);
}

export function writeField(params: PageParams, field: Field, value: unknown): PageParams {
  return typeof field === "string" ? { ...params, [field]: value } : field.write(params, value);
}
