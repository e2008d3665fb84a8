import { field, type JsonObject, type JsonValue, listField } from "@trunkline/document";
import { singular } from "../../names/words.ts";
import { type At, below } from "../document.ts";
import { unknownType } from "../nodes.ts";
import type { TypeNode } from "../type-nodes.ts";
import { type Aim, type Converter, within } from "./converter.ts";

/** Elements of the longest tuple that is written out beyond what `prefixItems` lists. */
const LONGEST = 20;

/** A list, or a tuple where `prefixItems` says so. */
export function arrayType(converter: Converter, at: At<JsonObject>, aim: Aim): TypeNode {
  const inner = within(aim, singular);
  const items = below(at, "items");
  const prefix = listField(at.value, "prefixItems");
  if (prefix.length === 0) {
    return { kind: "array", items: items === undefined ? unknownType : converter.convert(items, inner) };
  }
  const fewest = field(at.value, "minItems");
  const most = field(at.value, "maxItems");
  const elements = [...prefix.keys()].map((index) => {
    const one = below(at, "prefixItems", index) as At<JsonValue>;
    return converter.convert(
      one,
      within(inner, (name) => `${name}${index + 1}`),
    );
  });
  const isFull = typeof most === "number" && most <= prefix.length;
  const others = items ?? below(at, "unevaluatedItems");
  const rest =
    isFull || others?.value === false
      ? undefined
      : others === undefined
        ? unknownType
        : converter.convert(others, inner);
  // As many as there must be, and no more: each has a place.
  if (rest !== undefined && fewest === most && typeof most === "number" && most <= LONGEST) {
    while (elements.length < most) elements.push(rest);
    return { kind: "tuple", items: elements, optionalFrom: most, rest: undefined };
  }
  return {
    kind: "tuple",
    items: isFull ? elements.slice(0, Math.max(0, most)) : elements,
    optionalFrom: typeof fewest === "number" ? Math.min(fewest, prefix.length) : 0,
    rest,
  };
}
