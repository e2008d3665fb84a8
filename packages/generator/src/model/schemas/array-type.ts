import { field, type JsonObject, type JsonValue, listField } from "@trunkline/document";
import { singular } from "../../names/words.ts";
import { type At, below } from "../document.ts";
import { unknownType } from "../nodes.ts";
import type { TypeNode } from "../type-nodes.ts";
import { type Aim, type Converter, within } from "./converter.ts";

/** A list, or a tuple where `prefixItems` says so. */
export function arrayType(converter: Converter, at: At<JsonObject>, aim: Aim): TypeNode {
  const inner = within(aim, singular);
  const items = below(at, "items");
  const prefix = listField(at.value, "prefixItems");
  if (prefix.length === 0) {
    return { kind: "array", items: items === undefined ? unknownType : converter.convert(items, inner) };
  }
  const minItems = field(at.value, "minItems");
  return {
    kind: "tuple",
    items: [...prefix.keys()].map((index) => {
      const one = below(at, "prefixItems", index) as At<JsonValue>;
      return converter.convert(
        one,
        within(inner, (name) => `${name}${index + 1}`),
      );
    }),
    optionalFrom: typeof minItems === "number" ? Math.min(minItems, prefix.length) : 0,
    rest:
      items?.value === false
        ? undefined
        : items === undefined
          ? unknownType
          : converter.convert(items, inner),
  };
}
