import type { JsonValue } from "@trunkline/document";

/** The content of a doc comment. */
export interface Docs {
  /** Text of the document. */
  readonly text: string | undefined;
  /** Facts such as the format, a short sentence each. */
  readonly facts: readonly string[];
  /** Limits of the value, a short sentence each. Only callers who give the value need them. */
  readonly bounds: readonly string[];
  readonly default: JsonValue | undefined;
  readonly example: JsonValue | undefined;
  readonly deprecated: boolean;
}

/** One exported interface or type alias. */
export interface Declaration {
  readonly name: string;
  /** Id of the resource that uses it; `undefined` if several do. */
  readonly resource: string | undefined;
  /** JSON pointer of its schema; the key in names.lock. */
  readonly pointer: string;
  /** Whether callers make values of this type, so that its comment states limits and defaults. */
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

/** One field of a type. */
export interface PropertyModel {
  /** Name as in the document; it may not be an identifier. */
  readonly name: string;
  readonly optional: boolean;
  readonly type: TypeNode;
  readonly docs: Docs;
}

/** A TypeScript type, before it is printed. */
export type TypeNode =
  | {
      readonly kind: "primitive";
      readonly name: "string" | "number" | "boolean" | "null" | "unknown" | "never" | "void" | "undefined";
    }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  /** An integer of 64 bits, with the types of its values. */
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
  /** A type of the runtime or of the platform. `Day` is a `Date` of which only the day is sent. */
  | {
      readonly kind: "external";
      readonly name: "Date" | "Day" | "Uploadable" | "Response" | "ServerSentEvent";
    }
  /** The values of a stream. */
  | {
      readonly kind: "iterable";
      /** `events`: the caller can read the names of events as well. */
      readonly of: "values" | "events";
      readonly items: TypeNode;
    };
