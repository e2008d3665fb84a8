import { field, type JsonObject } from "@trunkline/document";
import type { TypeNode } from "../type-nodes.ts";
import type { Direction, Int64As } from "./converter.ts";

/** An integer that a number holds up to 2^53 alone. `format` says so of a `number`, too (OpenAPI Format Registry, int64). */
export function isInt64(schema: JsonObject): boolean {
  const type = field(schema, "type");
  const format = field(schema, "format");
  return (type === "integer" || type === "number") && (format === "int64" || format === "uint64");
}

/** Requests take what answers give, and what can be written without losing a digit. */
export function int64Type(as: Int64As, direction: Direction): TypeNode {
  if (direction === "input") {
    return { kind: "int64", names: as === "string" ? ["number", "bigint", "string"] : ["number", "bigint"] };
  }
  return as === "number" ? { kind: "primitive", name: "number" } : { kind: "int64", names: [as] };
}
