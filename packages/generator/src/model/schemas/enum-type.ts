import type { JsonValue } from "@trunkline/document";
import { nullType, unionOf, unknownType } from "../nodes.ts";
import type { TypeNode } from "../type-nodes.ts";
import type { Direction } from "./converter.ts";

/** Closed in requests; open in answers, so that a value that the vendor adds breaks nobody's build. */
export function enumType(values: readonly (string | number | boolean)[], direction: Direction): TypeNode {
  if (values.length === 2 && values.includes(true) && values.includes(false)) {
    return { kind: "primitive", name: "boolean" };
  }
  const literals = unionOf(values.map((value): TypeNode => ({ kind: "literal", value })));
  // A list of one is how `const` is written in 3.0, and by many in 3.1: opened, it would tell no member of a union.
  if (direction === "input" || values.length === 1) return literals;
  const others = (["string", "number"] as const).filter((name) =>
    values.some((value) => typeof value === name),
  );
  return unionOf([literals, ...others.map((name): TypeNode => ({ kind: "other", name }))]);
}

export function constantType(value: JsonValue): TypeNode {
  if (value === null) return nullType;
  return typeof value === "object" ? unknownType : { kind: "literal", value };
}
