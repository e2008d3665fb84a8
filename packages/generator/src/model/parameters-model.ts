import type { Docs, TypeNode } from "./type-nodes.ts";

export interface Nested {
  readonly query?: string;
  readonly header?: string;
  readonly body?: string;
}

/** One parameter of an operation. */
export interface ParameterModel {
  readonly in: "path" | "query" | "header" | "cookie";
  /** Name in the request. */
  readonly wire: string;
  /** Key in `params`, or name of the method's argument. */
  readonly arg: string;
  readonly required: boolean;
  readonly style: string;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** Media type in which the whole value is serialised, if the document has one (`content`). */
  readonly content: string | undefined;
  /** Whether the value is an object; in a path, it then needs a style. */
  readonly isObject: boolean;
  /** Whether the value may be a list. */
  readonly isList: boolean;
  /** How lists in a `deepObject` are written. */
  readonly lists: "brackets" | "indices" | undefined;
  readonly type: TypeNode;
  readonly docs: Docs;
}

export interface ParamsModel {
  /** Name of the declaration. */
  readonly name: string;
  readonly required: boolean;
}

export interface BodyModel {
  readonly mediaType: string;
  readonly encoding: "json" | "multipart" | "form" | "binary" | "text";
  /** Side by side with the parameters, or whole under one name. */
  readonly placement: "fields" | "body";
  readonly required: boolean;
  /** Wire names of the fields, when placed as fields. */
  readonly fields: readonly string[];
  /** What an encoder must know of single fields (content type, style). */
  readonly parts: readonly PartModel[];
  /** JSON, or `multipart/form-data` where a file is given in a field. */
  readonly formIfFiles: boolean;
  /** Fields of a form that hold files. */
  readonly files: readonly string[];
}

export interface PartModel {
  readonly name: string;
  readonly contentType: string | undefined;
  readonly style: string | undefined;
  readonly explode: boolean | undefined;
  readonly headers: readonly string[];
  /** A list or an object that must not be empty, since it is required and an empty one writes nothing. */
  readonly required: boolean;
  /** How lists in a `deepObject` are written. */
  readonly lists: "brackets" | "indices" | undefined;
}
