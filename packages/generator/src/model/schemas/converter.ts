import type { JsonObject, JsonValue, Read } from "@trunkline/document";
import type { At } from "../document.ts";
import type { TypeNode } from "../type-nodes.ts";

/** What integers of 64 bits are in answers. */
export type Int64As = NonNullable<Read<"document">["int64"]>;

/** Which way a value goes: into a request, or out of an answer. */
export type Direction = "input" | "output";

/** Where files may stand: JSON has no place for them. */
export interface FormAim {
  /** The value's fields are parts of a form, or it is such a part. */
  readonly at: "fields" | "part";
  /** Without files it is sent as JSON: text may stand in place of each. */
  readonly orText: boolean;
}

/** How a schema is to be written. */
export interface Aim {
  readonly direction: Direction;
  /** Name for an inline object's declaration; "" = it is written in place. */
  readonly wanted: string;
  /** Only to compare: nothing is declared, references are pointers. */
  readonly dry: boolean;
  /** Of a form, `undefined` = of JSON. */
  readonly form?: FormAim | undefined;
}

/** What the makers of types share. */
export interface Converter {
  readonly document: JsonObject;
  readonly int64: Int64As;
  convert(at: At<JsonValue>, aim: Aim): TypeNode;
  /** The type that a `$ref` names. */
  reference(ref: string, aim: Aim): TypeNode;
  /** What the members of the supertype that a `$ref` names have in common; of anything else, its type. */
  base(ref: string, aim: Aim): TypeNode;
  /** Gives a schema a declaration of its own. */
  declare(at: At<JsonValue>, aim: Aim): TypeNode;
}

/** The aim for what stands under a name within. */
export function within(aim: Aim, name: (wanted: string) => string): Aim {
  return { ...aim, wanted: aim.wanted === "" ? "" : name(aim.wanted) };
}
