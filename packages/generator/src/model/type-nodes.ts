import type { JsonValue } from "@trunkline/document";

/** Facts for a doc comment. */
export interface Docs {
  readonly text: string | undefined;
  /** Formats and the like, a short sentence each. */
  readonly facts: readonly string[];
  /** What a value must keep to; of interest where the caller gives it. */
  readonly bounds: readonly string[];
  readonly default: JsonValue | undefined;
  readonly example: JsonValue | undefined;
  readonly deprecated: boolean;
}

/** One exported interface or type alias. */
export interface Declaration {
  readonly name: string;
  /** Id of the one resource that uses it, else `undefined`: it is shared. */
  readonly resource: string | undefined;
  /** JSON pointer of the schema it was made from; the key in the lock. */
  readonly pointer: string;
  /** Whether callers make values of it: bounds and defaults are of interest then. */
  readonly input: boolean;
  readonly docs: Docs;
  readonly shape: Shape;
}

export type Shape =
  | {
      readonly kind: "interface";
      readonly extends: readonly TypeNode[];
      readonly properties: readonly PropertyModel[];
      readonly index: TypeNode | undefined;
      readonly written?: Written | undefined;
    }
  | { readonly kind: "alias"; readonly type: TypeNode }
  /** A page of `item`; the properties are the vendor's envelope. */
  | { readonly kind: "page"; readonly item: TypeNode; readonly properties: readonly PropertyModel[] };

/** A type that has some of the properties too, so that they are written there and the interface extends it. */
export interface Written {
  readonly type: TypeNode;
  readonly names: readonly string[];
}

export interface PropertyModel {
  /** Wire name, not checked. */
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeNode;
  readonly docs: Docs;
}

export type TypeNode =
  | {
      readonly kind: "primitive";
      readonly name: "string" | "number" | "boolean" | "null" | "unknown" | "never" | "void" | "undefined";
    }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  /** An integer of 64 bits: the types that it may have. */
  | { readonly kind: "int64"; readonly names: readonly ("number" | "bigint" | "string")[] }
  /** `string & {}`: any other value, in an open enum. */
  | { readonly kind: "other"; readonly name: "string" | "number" }
  | { readonly kind: "array"; readonly items: TypeNode }
  | {
      readonly kind: "tuple";
      readonly items: readonly TypeNode[];
      readonly optionalFrom: number;
      readonly rest: TypeNode | undefined;
    }
  | {
      readonly kind: "object";
      readonly properties: readonly PropertyModel[];
      readonly index: TypeNode | undefined;
    }
  | { readonly kind: "union"; readonly members: readonly TypeNode[] }
  | { readonly kind: "intersection"; readonly members: readonly TypeNode[] }
  /** A declaration of this package. */
  | { readonly kind: "reference"; readonly name: string }
  /** A type of the runtime or of the platform. `Day` is a `Date` of which the day alone is written. */
  | {
      readonly kind: "external";
      readonly name: "Date" | "Day" | "Uploadable" | "Response" | "ServerSentEvent";
    }
  /** Values that come one after another. */
  | {
      readonly kind: "iterable";
      /** Of events the names can be had beside the values. */
      readonly of: "values" | "events";
      readonly items: TypeNode;
    };
